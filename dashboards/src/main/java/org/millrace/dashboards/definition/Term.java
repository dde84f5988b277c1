package org.millrace.dashboards.definition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One column of a formula with its sign: {@code net_revenue} or {@code -cost_amount}. */
public record Term(String column, int sign) {
  public Term {
    Objects.requireNonNull(column, "column");
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("A term's sign is 1 or -1, not " + sign);
    }
  }

  /** Reads {@code column} or {@code -column}. */
  public static Term of(String text) {
    return text.startsWith("-") ? new Term(text.substring(1).trim(), -1) : new Term(text, 1);
  }

  static String formula(List<Term> terms) {
    String joined =
        terms.stream()
            .map(t -> (t.sign < 0 ? " - " : " + ") + t.column)
            .collect(Collectors.joining())
            .trim();
    return joined.startsWith("+ ") ? joined.substring(2) : joined;
  }
}
