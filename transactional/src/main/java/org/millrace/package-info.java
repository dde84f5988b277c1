/**
 * The core of Millrace. Each package below is a module: the foundation (shared, json, settings,
 * database, outbox, web, access) and the domains of the business.
 *
 * <p>Read {@link org.millrace.Core} first, then a domain.
 */
package org.millrace;
