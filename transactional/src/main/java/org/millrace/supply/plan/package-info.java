/**
 * From the lines of a sales order to work orders and purchase orders that name it.
 *
 * <p>Read {@link org.millrace.supply.plan.Netting}, which decides, and {@link
 * org.millrace.supply.plan.ArrangeSupply}, which acts.
 */
package org.millrace.supply.plan;
