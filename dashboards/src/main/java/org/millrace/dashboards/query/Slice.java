package org.millrace.dashboards.query;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people chose: one company and one currency, perhaps a period, a country, and picked values
 * of columns. No figure mixes companies or currencies, so both are always given.
 */
public record Slice(
    String company,
    String currency,
    Optional<Period> period,
    Optional<String> country,
    Map<String, String> picks) {
  public Slice {
    if (company.isBlank() || currency.isBlank()) {
      throw new IllegalArgumentException(
          "Choose a company and a currency; a figure never mixes them");
    }
    picks = Map.copyOf(new TreeMap<>(picks));
  }

  /** The whole company in one currency. */
  public static Slice of(String company, String currency) {
    return new Slice(company, currency, Optional.empty(), Optional.empty(), Map.of());
  }

  /** The same in another period. */
  public Slice in(Period other) {
    return new Slice(company, currency, Optional.of(other), country, picks);
  }

  /** The same without a period. */
  public Slice allTime() {
    return new Slice(company, currency, Optional.empty(), country, picks);
  }

  /** The same without picked values. */
  public Slice withoutPicks() {
    return new Slice(company, currency, period, country, Map.of());
  }

  /** The same for one value of a column. */
  public Slice with(String column, String value) {
    Map<String, String> more = new TreeMap<>(picks);
    more.put(column, value);
    return new Slice(company, currency, period, country, more);
  }
}
