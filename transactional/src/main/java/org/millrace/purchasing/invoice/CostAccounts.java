package org.millrace.purchasing.invoice;

import java.util.List;
import org.millrace.purchasing.CostAccount;
import org.millrace.shared.CompanyCode;

/** The accounts that bills may be booked to; the ledger knows them. */
public interface CostAccounts {
  /** Those of them that are in the chart and that documents alone do not move. */
  List<CostAccount> usable(CompanyCode company, List<CostAccount> accounts);
}
