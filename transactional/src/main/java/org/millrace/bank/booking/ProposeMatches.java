package org.millrace.bank.booking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankRule;
import org.millrace.bank.BankStatement;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.bank.match.BankLine;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.MatchLines;
import org.millrace.bank.match.MatchRules;
import org.millrace.bank.match.OpenItem;
import org.millrace.bank.match.SettledLine;
import org.millrace.bank.rule.KeepRules;
import org.millrace.document.Documents;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxComponent;
import org.millrace.tax.Taxes;

/** Proposes what the open lines of an account settle, as things stand now. */
final class ProposeMatches {
  private static final int DAYS_BACK = 400;

  private final Documents<BankStatement> statements;
  private final KeepAccounts accounts;
  private final KeepRules rules;
  private final Sources sources;
  private final Taxes taxes;

  ProposeMatches(
      Documents<BankStatement> statements,
      KeepAccounts accounts,
      KeepRules rules,
      Sources sources,
      Taxes taxes) {
    this.statements = statements;
    this.accounts = accounts;
    this.rules = rules;
    this.sources = sources;
    this.taxes = taxes;
  }

  /** Where it is known what is open, what was booked, and what the bank was told to pay. */
  record Sources(PartyMoney money, EarlierLines earlier, RunDetails runs) {}

  /** The account of a statement. */
  BankAccount account(CompanyCode company, BankStatement statement) {
    return accounts.meant(company, Optional.of(statement.account().value()));
  }

  /** Of all open lines of the account of a statement, those that concern it. */
  List<Match> of(CompanyCode company, BankStatement statement) {
    String before = statement.number() + "/";
    return all(company, account(company, statement)).stream()
        .filter(match -> match.lines().stream().anyMatch(line -> line.startsWith(before)))
        .toList();
  }

  private List<Match> all(CompanyCode company, BankAccount account) {
    List<BankLine> lines = new ArrayList<>();
    UnaryOperator<BankLine> detailed = sources.runs().of(company);
    statements
        .having(company, Map.of("account", account.code().value(), "status", "open"))
        .forEach(
            statement ->
                BankLines.open(statement.document())
                    .forEach(line -> lines.add(detailed.apply(line))));
    LocalDate first =
        lines.stream().map(BankLine::date).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    List<SettledLine> booked =
        sources.earlier().booked(company, account.code(), first.minusDays(DAYS_BACK));
    return MatchLines.match(
        lines, open(company, account), rules(company, account, first), booked, account.currency());
  }

  /** What is open in the currency of an account, with the accounts that partners paid from. */
  List<OpenItem> open(CompanyCode company, BankAccount account) {
    Map<String, Set<String>> paidFrom = sources.earlier().ibans(company);
    return sources.money().open(company, account.currency()).stream()
        .map(item -> known(item, paidFrom.getOrDefault(item.partner().code(), Set.of())))
        .toList();
  }

  private static OpenItem known(OpenItem item, Set<String> more) {
    if (more.isEmpty()) {
      return item;
    }
    List<String> ibans = new ArrayList<>(item.partner().ibans());
    ibans.addAll(more);
    return new OpenItem(
        item.ref(),
        item.number(),
        item.reference(),
        new OpenItem.Partner(item.partner().code(), item.partner().name(), ibans),
        item.amount(),
        item.due(),
        item.discount());
  }

  private MatchRules rules(CompanyCode company, BankAccount account, LocalDate day) {
    List<MatchRules.TextRule> texts = new ArrayList<>();
    List<MatchRules.Learned> learned = new ArrayList<>();
    for (BankRule rule : rules.active(company)) {
      rule.account()
          .ifPresent(
              to ->
                  texts.add(
                      new MatchRules.TextRule(
                          rule.text(),
                          to,
                          rule.taxCode().map(code -> percent(company, code, day)),
                          rule.taxCode())));
      rule.party()
          .map(PartyCode::value)
          .ifPresent(
              party ->
                  learned.add(
                      new MatchRules.Learned(
                          rule.text(), party, rule.corrections(), Optional.of(rule.learnedOn()))));
    }
    return new MatchRules(account.tolerancePercent(), account.feeUpTo(), texts, learned);
  }

  /** All parts of a code together, in percent of the net amount. */
  BigDecimal percent(CompanyCode company, String code, LocalDate day) {
    TaxCodeName name = new TaxCodeName(code);
    return taxes
        .rules(company, List.of(name))
        .treatment(Optional.of(name), day)
        .components()
        .stream()
        .filter(component -> component.basis() == TaxComponent.Basis.PERCENT)
        .map(TaxComponent::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
