package org.millrace.tax;

import java.time.LocalDate;
import java.util.List;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;

/** The taxes that documents made due, from which returns are drawn. */
public interface TaxRegister {
  /** Notes taxes that became due. */
  void add(CompanyCode company, List<TaxEntry> entries);

  /** Takes back what a document made due, on that day by another one. */
  void reverse(CompanyCode company, DocumentRef document, DocumentRef by, LocalDate day);
}
