package org.millrace.analytics.schedule;

import java.time.LocalDate;
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

  /** A question about the company and the day, which it names as :company and :asOf. */
  public String inSql(String question) {
    String code = company().replace("\\", "\\\\").replace("'", "\\'");
    return question.replace(":company", "'" + code + "'").replace(":asOf", "date'" + asOf + "'");
  }

  /** The rows to replace, as a predicate over the columns company and as_of. */
  public String replacedRows() {
    String days =
        replacedDays.stream().map(day -> "'" + day + "'").collect(Collectors.joining(", "));
    return "company = '%s' and as_of in (%s)".formatted(company().replace("'", "''"), days);
  }
}
