/**
 * What suppliers bill: the three-way match against order and receipt, the debt, its payment.
 *
 * <p>Read {@link org.millrace.purchasing.invoice.Match} first.
 */
@org.springframework.modulith.NamedInterface("invoice")
package org.millrace.purchasing.invoice;
