/**
 * The customers and items that sales documents name, as they stand in the master data.
 *
 * <p>Read {@link org.millrace.sales.master.SalesMasters} first. Imports the base package of sales,
 * party and item.
 */
package org.millrace.sales.master;
