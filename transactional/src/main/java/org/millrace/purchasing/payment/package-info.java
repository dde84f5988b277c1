/**
 * Payments to suppliers as documents: money that went out, and what reverses it.
 *
 * <p>Read {@link org.millrace.purchasing.payment.SupplierPayment} first. Imports the base package
 * of purchasing.
 */
@org.springframework.modulith.NamedInterface("payment")
package org.millrace.purchasing.payment;
