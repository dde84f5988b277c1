/**
 * What the tables and their columns are called and mean, for the pages.
 *
 * <p>Read CatalogHttp first. May import the catalog of the warehouse and Spring.
 */
package org.millrace.dashboards.cockpit.catalog;
