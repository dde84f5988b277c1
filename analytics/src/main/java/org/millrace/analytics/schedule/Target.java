package org.millrace.analytics.schedule;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One company to analyse as of one day; the rows of the replaced days give way to the new ones. */
public record Target(CompanyState state, LocalDate asOf, SortedSet<LocalDate> replacedDays) {

  public Target {
    replacedDays = new TreeSet<>(replacedDays);
    replacedDays.add(asOf);
  }

  public String company() {
    return state.company();
  }

  /** Whether the present state of documents is that of the day. */
  public boolean isLatest() {
    return !asOf.isBefore(state.lastDay());
  }

  /** What a question about the company and the day names as :company and :asOf. */
  public Map<String, Object> parameters() {
    return Map.of("company", company(), "asOf", asOf);
  }

  /** The rows of the company to replace, as a predicate over the column as_of. */
  public String replacedRows() {
    return replacedDays.stream()
        .map(day -> "date'" + day + "'")
        .collect(Collectors.joining(", ", "as_of in (", ")"));
  }
}
