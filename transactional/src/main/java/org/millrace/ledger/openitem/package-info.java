/**
 * Who owes us and whom we owe: the open amounts of invoices, by partner and age.
 *
 * <p>Read {@link org.millrace.ledger.openitem.OpenItems} first. Reads the invoices of sales and
 * purchasing, whose control accounts hold the same.
 */
package org.millrace.ledger.openitem;
