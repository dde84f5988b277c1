/**
 * Policies: who approves which documents from which amount on.
 *
 * <p>Read {@link org.millrace.approval.policy.SetPolicies} first.
 */
package org.millrace.approval.policy;
