package org.millrace.currency;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.CompanyCode;

/** The rates of exchange of each company. */
public interface Rates {
  /** Which rate is wanted: from one currency into another, on a day. */
  record Wanted(Currency from, Currency to, LocalDate day) {}

  /**
   * The latest rate until that day, of either direction; one for one within a currency.
   *
   * @throws org.millrace.shared.Refused as conflict when there is none
   */
  ExchangeRate rate(CompanyCode company, Wanted wanted);

  /** The rate that is asked for, else the one of the day. */
  default ExchangeRate rate(CompanyCode company, Optional<ExchangeRate> asked, Wanted wanted) {
    return asked.orElseGet(() -> rate(company, wanted));
  }
}
