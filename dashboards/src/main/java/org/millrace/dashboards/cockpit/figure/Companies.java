package org.millrace.dashboards.cockpit.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The companies that have rows in the marts, and what can be chosen of each. */
public interface Companies {

  /**
   * One company: its main currency, all currencies, months with figures, the first day of its
   * books, the last month that is closed, countries sold to, the zone whose days are its days, and
   * the month in which its fiscal years begin, 1 for January.
   */
  record Company(
      String code,
      String currency,
      List<String> currencies,
      Optional<YearMonth> firstMonth,
      Optional<YearMonth> lastMonth,
      Optional<LocalDate> firstDay,
      Optional<YearMonth> closedTo,
      List<String> countries,
      ZoneId zone,
      int fiscalYearStartMonth) {
    /** The same clock where the company is: its day is that of the company. */
    public Clock clock(Clock anywhere) {
      return anywhere.withZone(zone);
    }

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
