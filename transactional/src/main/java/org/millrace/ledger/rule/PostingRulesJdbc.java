package org.millrace.ledger.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.Charts;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.springframework.stereotype.Component;

/** The rules of posting with the accounts of a company. */
@Component
class PostingRulesJdbc {
  private static final String SQL =
      """
      select id, position, rule, entry_rule, side, nullif(account, '') as account,
        nullif(account_name, '') as account_name, amount
      from (select ?::text as company) asked
      cross join unnest(
        string_to_array(?, E'\\n'), string_to_array(?, E'\\n'), string_to_array(?, E'\\n'),
        string_to_array(?, E'\\n'), string_to_array(?, E'\\n'), string_to_array(?, E'\\n'))
        with ordinality as one(amount, rule, entry_rule, side, account, account_name, position)
      cross join lateral (select amount as id) named
      """;

  private final Companies companies;
  private final Charts charts;
  private final RowLists lists;

  PostingRulesJdbc(Companies companies, Charts charts, RowLists lists) {
    this.companies = companies;
    this.charts = charts;
    this.lists = lists;
  }

  ListAnswer<PostingRuleLine> page(CompanyCode company, ListRequest request) {
    Chart chart = charts.of(companies.named(company).code());
    List<String> amounts = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    List<String> entryRules = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    List<String> accounts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (PostedAmount each : PostedAmount.values()) {
      Optional<Account> account = each.account().flatMap(standard -> account(chart, standard));
      amounts.add(word(each));
      rules.add(word(each.rule()));
      entryRules.add(each.rule().code());
      sides.add(word(each.side()));
      accounts.add(account.map(found -> found.code().value()).orElse(""));
      names.add(account.map(Account::name).orElse(""));
    }
    Rows rows =
        Rows.of(
            company,
            SQL,
            lines(amounts),
            lines(rules),
            lines(entryRules),
            lines(sides),
            lines(accounts),
            lines(names));
    return lists.page(PostingRuleLine.class, rows, request);
  }

  private static String lines(List<String> values) {
    return String.join("\n", values);
  }

  /** What an own chart has no account for cannot be posted. */
  private static Optional<Account> account(Chart chart, AccountCode standard) {
    try {
      return Optional.ofNullable(chart.accounts().get(chart.of(standard)));
    } catch (Refused lacking) {
      return Optional.empty();
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
