package org.millrace.document;

import org.millrace.shared.Code;

/**
 * What every kind of document answers at its address, each document as it is.
 *
 * @param <T> the record of the document
 * @param <N> its number
 */
public abstract class DocumentEndpoints<T extends Record, N extends Code>
    extends DetailedEndpoints<T, N, T> {
  protected DocumentEndpoints(Documents<T> documents, DocumentHistory history) {
    super(documents, history);
  }

  @Override
  protected final T shown(Versioned<T> stored) {
    return stored.document();
  }
}
