/**
 * The web application around the boards: wiring, pages, health. Below it one folder per noun:
 * session (who is asking), figure (boards and their numbers), row (what lies behind a number), core
 * (commands passed on).
 *
 * <p>Read {@link org.millrace.dashboards.cockpit.CockpitWiring} first. May import definition, query
 * and Spring.
 */
package org.millrace.dashboards.cockpit;
