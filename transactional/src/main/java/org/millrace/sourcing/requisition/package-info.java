/**
 * Requisitions: made, then ordered, asked for by a request for quotation, rejected or cancelled.
 *
 * <p>Read {@link org.millrace.sourcing.requisition.MakeRequisition} and {@link
 * org.millrace.sourcing.requisition.OrderRequisition} first. Imports the base package of sourcing
 * and requests.
 */
package org.millrace.sourcing.requisition;
