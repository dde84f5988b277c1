/**
 * Entries: posted under gap-free numbers, read, reversed, never changed.
 *
 * <p>Read {@link org.millrace.ledger.entry.PostEntries} first. Imports the base package of ledger.
 */
package org.millrace.ledger.entry;
