/**
 * Requests for approval: a held command is kept, decided step by step, and carried out.
 *
 * <p>Read {@link org.millrace.approval.request.DecideRequests} first.
 */
package org.millrace.approval.request;
