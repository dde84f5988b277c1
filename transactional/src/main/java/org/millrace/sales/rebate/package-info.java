/**
 * Rebates: what a customer gets back for what he bought in a period, accrued while it runs and
 * credited when it is over.
 *
 * <p>Read {@link org.millrace.sales.rebate.RebateAgreement} and {@link
 * org.millrace.sales.rebate.RebateTiers} first. Imports the base package of sales and its master
 * data; the ledger posts from the event, settlements set off what is billed back.
 */
@org.springframework.modulith.NamedInterface("rebate")
package org.millrace.sales.rebate;
