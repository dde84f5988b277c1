package org.millrace.ledger.opening;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.Reversal;
import org.millrace.ledger.Account;
import org.millrace.ledger.Chart;
import org.millrace.ledger.Charts;
import org.millrace.ledger.Opening;
import org.millrace.ledger.OpeningChanged;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Takes balances of accounts over against opening balances, and takes that back. */
final class TakeOverBalances {
  private static final String TITLE = "The opening cannot be posted";
  private static final int LONGEST = 200;

  private final Companies companies;
  private final Charts charts;
  private final Documents<Opening> openings;

  TakeOverBalances(Companies companies, Charts charts, Documents<Opening> openings) {
    this.companies = companies;
    this.charts = charts;
    this.openings = openings;
  }

  /**
   * Takes over what accounts had at the end of a day.
   *
   * @throws Refused as invalid, naming each line whose account does not open so and how it does
   */
  Versioned<Opening> take(CompanyCode code, OpeningsHttp.TakingOver asked, Instant now) {
    Company company = companies.named(code);
    Instant moment = company.happened(Optional.of(asked.date()), now);
    LocalDate day = company.dayOf(moment);
    List<Opening.Line> lines = lines(charts.of(code), asked.lines(), company.currency());
    Opening opening =
        Opening.of(
            new DocumentNumber(openings.nextNumber(code, day)),
            day,
            asked.reference().map(text -> Code.checked("reference", "reference", text, LONGEST)),
            company.currency(),
            lines);
    return openings.make(
        code, opening, moment, (head, made) -> new OpeningChanged(head, made, day));
  }

  private static List<Opening.Line> lines(
      Chart chart, List<OpeningsHttp.Balance> asked, Currency home) {
    OpenableAccounts openable = new OpenableAccounts(chart);
    Problems problems = new Problems();
    problems.require(!asked.isEmpty(), "lines", "", "at least one account");
    List<Opening.Line> lines = new ArrayList<>(asked.size());
    for (OpeningsHttp.Balance balance : asked) {
      String field = "lines." + balance.account();
      Account account = chart.accounts().get(balance.account());
      requireAmounts(problems, field, balance, home);
      if (account == null) {
        problems.add(field, balance.account(), "an account of the chart");
        continue;
      }
      openable
          .instead(account)
          .ifPresent(door -> problems.add(field, account.code() + " " + account.name(), door));
      Optional<BigDecimal> original = balance.originalAmount();
      lines.add(
          new Opening.Line(
              lines.size() + 1,
              account.code(),
              account.name(),
              Money.of(balance.in(), home),
              Money.of(balance.out(), home),
              balance.originalCurrency(),
              balance.in().signum() > 0 ? original : original.map(BigDecimal::negate),
              balance.dimensions()));
    }
    problems.refuse(TITLE);
    return lines;
  }

  private static void requireAmounts(
      Problems problems, String field, OpeningsHttp.Balance balance, Currency home) {
    BigDecimal in = balance.in();
    BigDecimal out = balance.out();
    problems.require(
        in.signum() >= 0 && out.signum() >= 0 && (in.signum() == 0) != (out.signum() == 0),
        field,
        "debit " + in + ", credit " + out,
        "either a debit or a credit of more than 0");
    problems.require(
        in.add(out).abs().compareTo(Money.MOST) <= 0,
        field,
        in.add(out),
        "more than 0, at most " + Money.MOST);
    for (BigDecimal amount : List.of(in, out)) {
      requireExact(problems, field, Money.of(amount, home));
    }
    problems.require(
        balance.originalCurrency().isPresent() == balance.originalAmount().isPresent(),
        field + ".originalAmount",
        balance.originalAmount().map(BigDecimal::toPlainString).orElse("none"),
        "an amount with its currency, or neither of the two");
    problems.require(
        balance.originalCurrency().filter(home::equals).isEmpty(),
        field + ".originalCurrency",
        home,
        "another currency than that of the company");
    balance
        .originalAmount()
        .ifPresent(
            amount ->
                problems.require(
                    amount.signum() > 0 && amount.compareTo(Money.MOST) <= 0,
                    field + ".originalAmount",
                    amount,
                    "more than 0, at most " + Money.MOST));
    balance
        .originalCurrency()
        .ifPresent(
            currency ->
                balance
                    .originalAmount()
                    .ifPresent(
                        amount ->
                            requireExact(
                                problems, field + ".originalAmount", Money.of(amount, currency))));
  }

  private static void requireExact(Problems problems, String field, Money amount) {
    problems.require(
        amount.rounded().compareTo(amount) == 0,
        field,
        amount.amount(),
        "an amount without fractions of the smallest coin");
  }

  /** Takes back one that is locked, on its own day where no other is named. */
  Versioned<Opening> reverse(Versioned<Opening> before, Reversal asked, Instant now) {
    Opening wrong = before.document();
    Company company = companies.named(before.company());
    Reversal dated = new Reversal(asked.reason(), asked.date().or(() -> day(wrong)));
    LocalDate day =
        dated.day(Opening.KIND.titled(wrong.number()), wrong.openingDate(), company.dayOf(now));
    return openings.change(
        before,
        wrong.reversed(dated.reason(), day),
        company.momentAfter(openings.lastMoment(before), day, now),
        (head, after) -> new OpeningChanged(head, after, day));
  }

  private static Optional<LocalDate> day(Opening opening) {
    return Optional.of(opening.openingDate());
  }
}
