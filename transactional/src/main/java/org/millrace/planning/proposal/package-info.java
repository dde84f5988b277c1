/**
 * What plans propose, and how it becomes a document.
 *
 * <p>Read {@link org.millrace.planning.proposal.TakePlan} and {@link
 * org.millrace.planning.proposal.DecideProposal} first.
 */
package org.millrace.planning.proposal;
