package org.millrace.ledger.entry;

import java.util.Comparator;
import java.util.List;
import org.millrace.ledger.Account;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The chart of accounts. */
@RestController
class AccountsHttp {
  private final Entries entries;

  AccountsHttp(Entries entries) {
    this.entries = entries;
  }

  @GetMapping("/api/companies/{company}/ledger/accounts")
  @RequiresPermission("ledger.read")
  List<Account> accounts(@PathVariable CompanyCode company) {
    return entries.chart(company).accounts().values().stream()
        .sorted(Comparator.comparing(Account::code))
        .toList();
  }
}
