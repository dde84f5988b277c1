/**
 * Releasing, supplying and completing work orders.
 *
 * <p>Read {@link org.millrace.production.workorder.CompleteWorkOrder} first.
 */
package org.millrace.production.workorder;
