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
    if (rule instanceof Check.Rule.Present present) {
      String anyNull =
          present.columns().stream()
              .map(column -> column + " IS NULL")
              .collect(Collectors.joining(" OR "));
      return Optional.of("SELECT * FROM " + relation + " WHERE " + anyNull);
    }
    if (rule instanceof Check.Rule.EachRow each) {
      return Optional.of(
          "SELECT * FROM "
              + relation
              + " WHERE coalesce(("
              + each.condition()
              + "), false) = false");
    }
    if (rule instanceof Check.Rule.Zero zero) {
      String by = list(zero.by());
      return Optional.of(
          "SELECT %s, sum(%s) - sum(%s) AS difference FROM %s GROUP BY %s HAVING sum(%s) <> sum(%s)"
              .formatted(by, zero.plus(), zero.minus(), relation, by, zero.plus(), zero.minus()));
    }
    return Optional.empty();
  }

  private static String list(List<String> columns) {
    return String.join(", ", columns);
  }
}
