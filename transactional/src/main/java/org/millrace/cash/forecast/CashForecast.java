package org.millrace.cash.forecast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * A forecast of thirteen weeks as it was on its day, kept to be compared with what came. Amounts
 * are in the currency of the company.
 *
 * @param openingBalance of all accounts on its day
 * @param closingBalance of all accounts after the last week
 * @param lowestBalance the least that all accounts together have at the end of a week
 * @param lowestWeek the Monday of that week
 * @param note what it was kept for
 */
record CashForecast(
    DocumentNumber number,
    LocalDate forecastDate,
    Money openingBalance,
    Money closingBalance,
    Money lowestBalance,
    LocalDate lowestWeek,
    Optional<String> note,
    Currency currency,
    List<Line> lines) {
  /** Stored in cash.forecast with its weeks; numbered CF-000001. */
  static final DocumentKind<CashForecast> KIND =
      DocumentKind.of(CashForecast.class, "cash", "forecast")
          .numbered("CF")
          .listed("cash-forecasts")
          .lines("lines", "cash.forecast_line", "forecast")
          .searched("number", "lines.account")
          .sorted("-forecastDate")
          .build();

  CashForecast {
    lines = List.copyOf(lines);
  }

  /**
   * A week of an account.
   *
   * @param ledgerAccount the account of the ledger that holds its money
   */
  record Line(
      int line,
      String account,
      String ledgerAccount,
      LocalDate week,
      Money opening,
      Money receipts,
      Money payments,
      Money salesOrders,
      Money purchaseOrders,
      Money planned,
      Money closing) {}

  /**
   * The forecast of these weeks.
   *
   * @throws org.millrace.shared.Refused as invalid when there is no account
   */
  static CashForecast of(
      DocumentNumber number,
      LocalDate day,
      Optional<String> note,
      Currency currency,
      List<Line> lines) {
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "at least one account")
        .refuse("The forecast cannot be kept");
    Money zero = Money.zero(currency);
    Map<LocalDate, Money> opening = new TreeMap<>();
    Map<LocalDate, Money> closing = new TreeMap<>();
    for (Line line : lines) {
      opening.merge(line.week(), line.opening(), Money::plus);
      closing.merge(line.week(), line.closing(), Money::plus);
    }
    Map.Entry<LocalDate, Money> lowest =
        closing.entrySet().stream()
            .min(Map.Entry.comparingByValue(Comparator.comparing(Money::amount)))
            .orElseThrow();
    Money last = closing.values().stream().reduce(zero, (before, after) -> after);
    return new CashForecast(
        number,
        day,
        opening.values().iterator().next(),
        last,
        lowest.getValue(),
        lowest.getKey(),
        note.map(String::strip).filter(text -> !text.isEmpty()),
        currency,
        lines);
  }
}
