/**
 * Bills of suppliers that do not fit their order and receipts: held with what differs, until
 * somebody accepts them, asks for a credit note, or refuses them.
 *
 * <p>Read {@link org.millrace.purchasing.blocked.BlockedBill} first.
 */
package org.millrace.purchasing.blocked;
