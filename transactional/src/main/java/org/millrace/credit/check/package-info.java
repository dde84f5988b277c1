/**
 * Credit checks: orders that exceed the credit limit of their customer, warned of or held.
 *
 * <p>Read {@link org.millrace.credit.check.CheckOrders} first.
 */
@org.springframework.modulith.NamedInterface("check")
package org.millrace.credit.check;
