/**
 * Commands that wait until others approve them: what is needed, the command as it came, and how it
 * is carried out later in the name of who sent it.
 *
 * <p>Read {@link org.millrace.web.approval.ApprovalGate} first. Imports shared and the problem
 * answers of web.
 */
@org.springframework.modulith.NamedInterface("approval")
package org.millrace.web.approval;
