/**
 * The chain of hashes over the entries. Each seal is the SHA-256 of the seal before it and of the
 * entries that came since, so that whoever changes an entry behind the back of the books would have
 * to make all later seals anew; a seal that was written down elsewhere shows it.
 *
 * <p>Read {@link org.millrace.ledger.seal.Seals} first.
 */
package org.millrace.ledger.seal;
