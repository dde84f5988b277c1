package org.millrace.warehouse.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Check;

/** The rows that break a rule, as a SELECT that both Spark and PostgreSQL read. */
public final class RuleSql {
  private RuleSql() {}

  /** A SELECT of the rows or groups that fail; empty for the rules that are no question of rows. */
  public static Optional<String> failing(Check.Rule rule, String relation) {
    if (rule instanceof Check.Rule.Unique unique) {
      String columns = list(unique.columns());
      return Optional.of(
          "SELECT %s, count(*) AS times FROM %s GROUP BY %s HAVING count(*) > 1"
              .formatted(columns, relation, columns));
    }
    Optional<String> condition = condition(rule);
    if (condition.isPresent()) {
      return Optional.of("SELECT * FROM " + relation + " WHERE NOT (" + condition.get() + ")");
    }
    if (rule instanceof Check.Rule.Zero zero) {
      String by = list(zero.by());
      return Optional.of(
          "SELECT %s, sum(%s) - sum(%s) AS difference FROM %s GROUP BY %s HAVING sum(%s) <> sum(%s)"
              .formatted(by, zero.plus(), zero.minus(), relation, by, zero.plus(), zero.minus()));
    }
    return Optional.empty();
  }

  /**
   * True for a row that satisfies the rule, false for any other; empty for rules of several rows.
   */
  public static Optional<String> condition(Check.Rule rule) {
    if (rule instanceof Check.Rule.Present present) {
      return Optional.of(
          present.columns().stream()
              .map(column -> column + " IS NOT NULL")
              .collect(Collectors.joining(" AND ")));
    }
    return rule instanceof Check.Rule.EachRow each
        ? Optional.of("coalesce((" + each.condition() + "), false)")
        : Optional.empty();
  }

  private static String list(List<String> columns) {
    return String.join(", ", columns);
  }
}
