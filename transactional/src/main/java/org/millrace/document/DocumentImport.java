package org.millrace.document;

import org.millrace.shared.CompanyCode;

/**
 * A kind of document that files bring in: the columns of a file are the components of the request
 * in snake case, those of a list of records with the list's name and a dot before them. Rows of the
 * same {@code number} that follow each other are one document; it gets a number of its own.
 *
 * @param <R> the record that says what a new document holds
 */
public interface DocumentImport<R extends Record> {
  /** What the kernel knows of the kind. */
  DocumentKind<?> kind();

  /** The permission that the import needs. */
  String permission();

  /** The record of what a new document holds. */
  Class<R> request();

  /**
   * Makes one document within the running transaction.
   *
   * @throws org.millrace.shared.Refused when it does not fit
   */
  void take(CompanyCode company, R request);
}
