package org.millrace.purchasing.tolerance;

import org.millrace.shared.CompanyCode;

/** By how much suppliers' bills may differ in each company. */
public interface Tolerances {
  /** What the company set, else the default tolerance. */
  MatchTolerance of(CompanyCode company);
}
