package org.millrace.dashboards.cockpit.figure;

import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The companies that have rows in the marts, and what can be chosen of each. */
public interface Companies {

  /** One company: its main currency, all currencies, months with figures, and countries sold to. */
  record Company(
      String code,
      String currency,
      List<String> currencies,
      Optional<YearMonth> firstMonth,
      Optional<YearMonth> lastMonth,
      List<String> countries) {}

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
