/**
 * Merges of two parties that are one: proposed, reviewed, done and undone.
 *
 * <p>Read {@link org.millrace.party.merge.MergeParties} first.
 */
package org.millrace.party.merge;
