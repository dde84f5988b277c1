package org.millrace.document;

/** Gives each kind of document its store. */
public interface DocumentStores {
  /** The documents of that kind. */
  <T extends Record> Documents<T> of(DocumentKind<T> kind);
}
