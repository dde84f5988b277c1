package org.millrace.document.number;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.millrace.document.DocumentKind;
import org.millrace.shared.CompanyCode;

/** Numbers of documents, in a series without gaps for each company and kind. */
public interface DocumentNumbers {
  /**
   * So many consecutive numbers of the year of that day that no document of the kind has, such as
   * {@code ST-000001}. The series is locked until the transaction ends and the numbers are free
   * again when it fails.
   */
  List<String> take(CompanyCode company, DocumentKind<?> kind, LocalDate day, int count);

  /**
   * Gives back the last ones of those that this transaction took for the year of that day: the next
   * one taken is this.
   */
  void giveBack(CompanyCode company, DocumentKind<?> kind, LocalDate day, String first);

  /** Those of the numbers that documents of the kind have already. */
  Set<String> taken(CompanyCode company, DocumentKind<?> kind, Collection<String> numbers);
}
