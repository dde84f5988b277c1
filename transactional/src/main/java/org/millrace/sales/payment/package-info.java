/**
 * Payments of customers as documents: money received, refunded, and what reverses either.
 *
 * <p>Read {@link org.millrace.sales.payment.Payment} first. Imports the base package of sales.
 */
package org.millrace.sales.payment;
