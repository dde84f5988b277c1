/**
 * What a customer owes and will owe by his orders, against his credit limit.
 *
 * <p>Read {@link org.millrace.credit.exposure.CreditExposure} first.
 */
package org.millrace.credit.exposure;
