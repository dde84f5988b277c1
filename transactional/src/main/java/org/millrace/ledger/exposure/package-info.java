/**
 * What a party could cost the company: its receivables less its payables, and its open orders, held
 * against its credit limit.
 *
 * <p>Read {@link org.millrace.ledger.exposure.Exposure} first. Reads the open items of settlement
 * and the orders of sales.
 */
package org.millrace.ledger.exposure;
