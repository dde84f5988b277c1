/**
 * The demo company posted to a real core on a real PostgreSQL, as the launcher starts them.
 *
 * <p>Read DemoCompanyTest first. May import the launcher and the program of the demo company.
 */
package org.millrace.deploy.demo;
