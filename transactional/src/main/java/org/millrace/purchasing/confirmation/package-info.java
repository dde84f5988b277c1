/**
 * What suppliers promise of orders, one confirmation after the other, and what they are late with.
 *
 * <p>Read {@link org.millrace.purchasing.confirmation.SupplierConfirmation} first; confirmations
 * are written with their order. Imports the base package of purchasing.
 */
package org.millrace.purchasing.confirmation;
