/**
 * Requests for quotation: issued, answered by suppliers, compared and awarded.
 *
 * <p>Read {@link org.millrace.sourcing.request.IssueRequest} and {@link
 * org.millrace.sourcing.request.AwardRequest} first. Imports the base package of sourcing.
 */
package org.millrace.sourcing.request;
