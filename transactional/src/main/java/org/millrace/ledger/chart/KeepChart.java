package org.millrace.ledger.chart;

import java.time.Instant;
import java.util.Map;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.ChartAccount;
import org.millrace.ledger.ChartAccountChanged;
import org.millrace.ledger.Charts;
import org.millrace.ledger.StandardAccounts;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Chooses the chart of a company, and adds, renames and closes its accounts. */
final class KeepChart {
  private final Documents<ChartAccount> accounts;
  private final Charts charts;
  private final OwnCharts own;

  KeepChart(Documents<ChartAccount> accounts, Charts charts, OwnCharts own) {
    this.accounts = accounts;
    this.charts = charts;
    this.own = own;
  }

  /**
   * Gives a company a chart before anything is posted.
   *
   * @throws Refused as conflict when something is posted, or it has accounts of its own
   */
  void choose(CompanyCode company, ChartFile.Name name, Instant occurredAt) {
    if (own.hasPostings(company)) {
      throw Refused.conflict(
          "Something is posted in company %s: its chart stays. Add, rename or close accounts."
              .formatted(company));
    }
    if (!accounts.having(company, Map.of()).isEmpty()) {
      throw Refused.conflict(
          "Company %s has accounts of its own: its chart stays. Add, rename or close accounts."
              .formatted(company));
    }
    if (name == ChartFile.Name.IFRS) {
      own.share(company);
    } else {
      own.own(company);
    }
    for (ChartAccount account : ChartFile.of(name)) {
      accounts.make(company, account, occurredAt, ChartAccountChanged::new);
    }
  }

  Versioned<ChartAccount> add(CompanyCode company, ChartAccount account, Instant occurredAt) {
    requireFitting(company, account);
    return accounts.make(company, account, occurredAt, ChartAccountChanged::new);
  }

  Versioned<ChartAccount> change(
      Versioned<ChartAccount> before, ChartAccount after, Instant occurredAt) {
    requireFitting(before.company(), after);
    return accounts.change(before, after, occurredAt, ChartAccountChanged::new);
  }

  /** What is there keeps its type, and a role has one account. */
  private void requireFitting(CompanyCode company, ChartAccount account) {
    Chart chart = charts.of(company);
    Problems problems = new Problems();
    Account there = chart.accounts().get(account.code());
    problems.require(
        there == null || there.type() == account.type(),
        "type",
        account.type(),
        there == null ? "" : "the type that the account has: " + there.type());
    for (String role : account.roleWords()) {
      AccountCode standard = StandardAccounts.roles().get(role);
      AccountCode holder = standard == null ? null : chart.roles().get(standard);
      problems.require(
          holder == null || holder.equals(account.code()),
          "roles",
          role,
          "a role that account " + holder + " has not; take it from there first");
    }
    account
        .reportsAs()
        .ifPresent(
            standard ->
                problems.require(
                    own.standard(standard).filter(type -> type == account.type()).isPresent(),
                    "reportsAs",
                    standard,
                    "an account of the standard chart with the type " + account.type()));
    problems.refuse("The account " + account.code() + " cannot be used");
  }
}
