/**
 * The journal as a file that other programs read: plain text accounting, auditors, tax offices.
 *
 * <p>Read {@link org.millrace.ledger.book.JournalFormat} first.
 */
package org.millrace.ledger.book;
