package org.millrace.ledger.chart;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.ChartAccount;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/chart-accounts")
class ChartAccountsHttp extends DocumentEndpoints<ChartAccount, AccountCode> {
  private final KeepChart keep;
  private final Companies companies;
  private final BusinessTime time;

  ChartAccountsHttp(
      Documents<ChartAccount> stored,
      DocumentHistory history,
      KeepChart keep,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** Open, without a role and moved by hand where nothing else is said. */
  record NewAccount(
      AccountCode code,
      String name,
      Optional<String> nameZh,
      Account.Type type,
      Optional<Boolean> control,
      Optional<String> roles,
      Optional<AccountCode> reportsAs,
      Optional<Instant> occurredAt) {
    ChartAccount account() {
      return new ChartAccount(
          code, name, nameZh, type, control.orElse(false), false, roles, reportsAs);
    }
  }

  /** Its type stays. */
  record Change(
      String name,
      Optional<String> nameZh,
      boolean control,
      boolean closed,
      Optional<String> roles,
      Optional<AccountCode> reportsAs,
      Optional<Instant> occurredAt) {
    ChartAccount of(ChartAccount before) {
      return new ChartAccount(
          before.code(), name, nameZh, before.type(), control, closed, roles, reportsAs);
    }
  }

  @PostMapping
  @RequiresPermission("ledger.chart")
  ResponseEntity<DocumentAnswer<ChartAccount>> add(
      @PathVariable CompanyCode company, @RequestBody NewAccount asked) {
    companies.named(company);
    return created(keep.add(company, asked.account(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("ledger.chart")
  ResponseEntity<DocumentAnswer<ChartAccount>> change(
      Versioned<ChartAccount> account, @RequestBody Change asked) {
    return ok(
        keep.change(account, asked.of(account.document()), time.occurredAt(asked.occurredAt())));
  }
}
