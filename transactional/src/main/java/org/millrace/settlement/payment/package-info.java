/**
 * Payments of parties: what they settle, what stays on account, how they are taken back.
 *
 * <p>Read {@link org.millrace.settlement.payment.PlanPayment} first.
 */
package org.millrace.settlement.payment;
