/**
 * Delegations: who decides in whose place on which days.
 *
 * <p>Read {@link org.millrace.approval.delegation.Delegate} first.
 */
package org.millrace.approval.delegation;
