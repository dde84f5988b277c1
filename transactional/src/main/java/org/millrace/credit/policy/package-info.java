/**
 * The credit policy of a company: whether an order above the limit is held.
 *
 * <p>Read {@link org.millrace.credit.CreditPolicy} first.
 */
package org.millrace.credit.policy;
