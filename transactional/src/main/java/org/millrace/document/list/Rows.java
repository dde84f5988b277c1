package org.millrace.document.list;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.shared.CompanyCode;

/**
 * All rows of a list as a query, before it is narrowed, sorted and cut into pages.
 *
 * @param company whose rows those are, empty where they are of no company
 * @param currency of amounts, where the rows have no column {@code currency}
 */
public record Rows(
    String sql,
    List<Object> parameters,
    Optional<CompanyCode> company,
    Optional<Currency> currency) {
  public Rows {
    parameters = List.copyOf(parameters);
  }

  /** The rows of a company, which is the first parameter of the query. */
  public static Rows of(CompanyCode company, String sql, Object... more) {
    List<Object> parameters = Stream.concat(Stream.of(company.value()), Stream.of(more)).toList();
    return new Rows(sql, parameters, Optional.of(company), Optional.empty());
  }

  /** Rows that are of no company. */
  public static Rows ofAll(String sql) {
    return new Rows(sql, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with amounts in that currency. */
  public Rows in(Currency money) {
    return new Rows(sql, parameters, company, Optional.of(money));
  }
}
