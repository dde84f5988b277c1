package org.millrace.document;

import java.util.List;

/** Gives each kind of document its store. */
public interface DocumentStores {
  /** The documents of that kind. */
  <T extends Record> Documents<T> of(DocumentKind<T> kind);

  /** The kinds of document there are. */
  List<DocumentKind<?>> kinds();

  /**
   * The documents of the kind of that name, such as {@code service/ticket}.
   *
   * @throws org.millrace.shared.Refused as not found, naming the kinds there are
   */
  Documents<?> named(String kind);
}
