/**
 * The demo company: posts a simulated year of a small bicycle maker through the core's API.
 *
 * <p>Read {@link org.millrace.demo.DemoCompany} first. The package {@code business} below it
 * decides what happens; here it is sent. Nothing touches the database.
 */
package org.millrace.demo;
