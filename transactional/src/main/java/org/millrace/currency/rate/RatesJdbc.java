package org.millrace.currency.rate;

import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RatesJdbc implements Rates {
  private final JdbcClient jdbc;

  RatesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest day counts; on one day the direction that was asked for, then the latest told. */
  @Override
  public ExchangeRate rate(CompanyCode company, Wanted wanted) {
    String from = wanted.from().getCurrencyCode();
    String to = wanted.to().getCurrencyCode();
    if (from.equals(to)) {
      return ExchangeRate.ONE;
    }
    Optional<ExchangeRate> found =
        jdbc.sql(
                """
                select rate, from_currency = :from as is_direct from currency.rate
                where company = :company and valid_from <= :day
                  and (from_currency, to_currency) in ((:from, :to), (:to, :from))
                order by valid_from desc, from_currency = :from desc, number desc limit 1
                """)
            .param("company", company.value())
            .param("from", from)
            .param("to", to)
            .param("day", wanted.day())
            .query(
                (row, i) -> {
                  ExchangeRate rate = new ExchangeRate(row.getString("rate"));
                  return row.getBoolean("is_direct") ? rate : rate.inverse();
                })
            .optional();
    return found.orElseThrow(
        () ->
            Refused.conflict(
                "There is no exchange rate from %s to %s on %s. Record one, or name it."
                    .formatted(from, to, wanted.day())));
  }
}
