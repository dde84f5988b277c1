/**
 * How promptly parties paid the company, and it them: a score that is read from what was settled
 * and when.
 *
 * <p>Read {@link org.millrace.settlement.behaviour.PaymentBehaviour} first. Nothing is stored but
 * the months that a company counts.
 */
package org.millrace.settlement.behaviour;
