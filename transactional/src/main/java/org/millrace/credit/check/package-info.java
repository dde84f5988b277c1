/**
 * Credit checks: orders that exceed the credit limit of their customer, warned of or held.
 *
 * <p>Read {@link org.millrace.credit.check.CheckOrders} first.
 */
package org.millrace.credit.check;
