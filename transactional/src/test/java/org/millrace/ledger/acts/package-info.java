/**
 * Any acts over the whole chain of documents, and what has to hold of the books after them.
 *
 * <p>Read {@link org.millrace.ledger.acts.AnyActsTest} first.
 */
package org.millrace.ledger.acts;
