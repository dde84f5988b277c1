package org.millrace.dimension;

import java.time.LocalDate;
import java.util.Collection;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** The dimensions of each company. */
public interface Dimensions {
  /** What is needed and usual now. */
  DimensionRules rules(CompanyCode company);

  /** Values that are named in a field of a document of that day. */
  record Named(String field, DimensionValues values, LocalDate day) {}

  /** Notes each of them that is no value of its dimension on its day. */
  void requireKnown(CompanyCode company, Collection<Named> named, Problems problems);
}
