package org.millrace.dashboards.cockpit.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The companies that have rows in the marts, and what can be chosen of each. */
public interface Companies {

  /**
   * One company: its main currency, all currencies, months with figures, the first day of its
   * books, the last month that is closed, and countries sold to.
   */
  record Company(
      String code,
      String currency,
      List<String> currencies,
      Optional<YearMonth> firstMonth,
      Optional<YearMonth> lastMonth,
      Optional<LocalDate> firstDay,
      Optional<YearMonth> closedTo,
      List<String> countries) {
    /** Whether the books of a month are closed. */
    boolean hasClosed(YearMonth month) {
      return closedTo.filter(last -> !month.isAfter(last)).isPresent();
    }
  }

  /** All companies by code. */
  List<Company> all();

  /** The company of this code; refuses an unknown one. */
  default Company named(String code) {
    List<Company> all = all();
    return all.stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "No figures of company '"
                        + code
                        + "'; there are "
                        + all.stream().map(Company::code).toList()));
  }
}
