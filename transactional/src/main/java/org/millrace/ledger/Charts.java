package org.millrace.ledger;

import org.millrace.shared.CompanyCode;

/** The chart of accounts of each company. */
public interface Charts {
  /** As it is now. */
  Chart of(CompanyCode company);
}
