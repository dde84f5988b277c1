package org.millrace.settlement.revaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.settlement.Posting;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.RevaluationPosted;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Revalues foreign items at the rates of a day: USD 1,000 that are worth CNY 7,100 in the books are
 * worth 7,200 at 7.20, a gain of 100 that the first day of the next month takes back. A second time
 * on one day books what changed since.
 */
final class RevalueItems {
  private final Companies companies;
  private final Rates rates;
  private final ForeignItems items;
  private final Documents<Revaluation> revaluations;

  RevalueItems(
      Companies companies, Rates rates, ForeignItems items, Documents<Revaluation> revaluations) {
    this.companies = companies;
    this.rates = rates;
    this.items = items;
    this.revaluations = revaluations;
  }

  /** What a line is about. */
  private record About(Revaluation.Kind kind, String item, Currency currency) {}

  /** The lines of that day, those that change nothing left out; the day is not after today. */
  List<Revaluation.Line> lines(
      CompanyCode code, LocalDate day, Map<Currency, ExchangeRate> asked, Instant now) {
    Company company = companies.named(code);
    company.happened(Optional.of(day), now);
    Currency home = company.currency();
    Map<About, Money> booked = booked(code, home, day);
    Map<Currency, ExchangeRate> known = new HashMap<>(asked);
    List<Revaluation.Line> lines = new ArrayList<>();
    for (ForeignItems.Open each : items.at(code, home, day)) {
      ExchangeRate rate =
          known.computeIfAbsent(
              each.currency(), currency -> rates.rate(code, new Rates.Wanted(currency, home, day)));
      Money closing = at(rate, each.amount(), home);
      Money before =
          booked.getOrDefault(
              new About(each.kind(), each.item(), each.currency()), Money.zero(home));
      Money difference = closing.minus(each.worth()).minus(before);
      lines.add(
          new Revaluation.Line(
              lines.size() + 1,
              each.kind(),
              each.item(),
              each.side(),
              each.currency(),
              each.amount(),
              each.worth(),
              rate,
              closing,
              difference));
    }
    return lines;
  }

  private static Money at(ExchangeRate rate, BigDecimal amount, Currency home) {
    return rate.of(amount, home);
  }

  private Map<About, Money> booked(CompanyCode code, Currency home, LocalDate day) {
    Map<About, Money> booked = new HashMap<>();
    items
        .booked(code, home, day)
        .forEach(
            each ->
                booked.put(
                    new About(each.kind(), each.item(), each.currency()), each.difference()));
    return booked;
  }

  /** Posts it on that day, and takes it back on the first day of the next month. */
  Versioned<Revaluation> post(
      CompanyCode code, LocalDate day, Map<Currency, ExchangeRate> asked, Instant now) {
    List<Revaluation.Line> lines = lines(code, day, asked, now);
    new Problems()
        .require(!lines.isEmpty(), "date", day, "a day on which foreign items are open")
        .refuse("Nothing is to be revalued");
    Company company = companies.named(code);
    Currency home = company.currency();
    LocalDate back = YearMonth.from(day).plusMonths(1).atDay(1);
    Money difference =
        lines.stream().map(Revaluation.Line::difference).reduce(Money.zero(home), Money::plus);
    Revaluation revaluation =
        new Revaluation(
            new DocumentNumber(revaluations.nextNumber(code, day)),
            day,
            back,
            difference,
            home,
            lines);
    List<Posting> postings = revaluation.postings();
    Versioned<Revaluation> made =
        revaluations.make(
            code,
            revaluation,
            company.startOf(day),
            (head, of) -> new RevaluationPosted(head, of, day, postings));
    return revaluations.change(
        made,
        revaluation,
        company.startOf(back),
        (head, of) ->
            new RevaluationPosted(
                head,
                of,
                back,
                postings.stream()
                    .map(each -> new Posting(each.account(), each.amount().negated()))
                    .toList()));
  }
}
