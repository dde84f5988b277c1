/**
 * Which event posts what: every rule stands in {@link org.millrace.ledger.posting.PostingRules}.
 *
 * <p>Read that one first. Imports the base package of ledger and the events of the other domains.
 */
package org.millrace.ledger.posting;
