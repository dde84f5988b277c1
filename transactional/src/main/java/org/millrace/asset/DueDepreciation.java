package org.millrace.asset;

import java.time.LocalDate;
import java.util.List;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;

/** Which assets are to be depreciated. */
public interface DueDepreciation {
  /** The active assets that have a charge of a period that ends by that day. */
  List<DocumentNumber> through(CompanyCode company, LocalDate day);
}
