package org.millrace.currency;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Problems;

/**
 * How much of one currency is given for one unit of another, from a day on until there is a later
 * one. The one recorded last counts for a day.
 *
 * @param source who tells it, such as a central bank
 */
public record Rate(
    DocumentNumber number,
    Currency fromCurrency,
    Currency toCurrency,
    LocalDate validFrom,
    ExchangeRate rate,
    Optional<String> source) {
  /** Stored in currency.rate; numbered ER-000001. */
  public static final DocumentKind<Rate> KIND =
      DocumentKind.of(Rate.class, "currency", "exchange-rate")
          .numbered("ER")
          .storedIn("currency.rate")
          .searched("number", "fromCurrency", "toCurrency", "source")
          .sorted("-validFrom")
          .build();

  public Rate {
    new Problems()
        .require(
            !fromCurrency.equals(toCurrency),
            "toCurrency",
            toCurrency,
            "another one than " + fromCurrency)
        .refuse("The exchange rate cannot be used");
  }
}
