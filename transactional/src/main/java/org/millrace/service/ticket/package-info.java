/**
 * Opening tickets, using parts for them, closing them.
 *
 * <p>Read {@link org.millrace.service.ticket.ServeTicket} first.
 */
package org.millrace.service.ticket;
