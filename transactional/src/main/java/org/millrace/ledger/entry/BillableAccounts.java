package org.millrace.ledger.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.purchasing.CostAccount;
import org.millrace.purchasing.invoice.CostAccounts;
import org.millrace.shared.CompanyCode;

/** Tells purchasing which accounts a bill may be booked to: all but the control accounts. */
record BillableAccounts(Entries entries) implements CostAccounts {
  @Override
  public List<CostAccount> usable(CompanyCode company, List<CostAccount> accounts) {
    Map<String, Account> chart = new HashMap<>();
    entries.chart(company).accounts().forEach((code, account) -> chart.put(code.value(), account));
    return accounts.stream()
        .filter(
            wanted ->
                Optional.ofNullable(chart.get(wanted.value()))
                    .filter(account -> !account.control())
                    .isPresent())
        .toList();
  }
}
