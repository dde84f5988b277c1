package org.millrace.dashboards.superset.bundle;

import java.util.List;
import java.util.stream.Collectors;
import org.millrace.dashboards.definition.Formula;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.Term;

/**
 * A metric as the SQL of a saved metric. A ratio is the quotient of two sums, never a sum or mean
 * of ratios. A figure over rows of more than one company or currency is empty: nobody may add them
 * up unasked. Worked example: (60 - 40) and (40 - 38) over 60 and 40 give SUM(22) / SUM(100) =
 * 0.22.
 */
final class MetricSql {
  private MetricSql() {}

  /** The expression, empty where one of these columns has more than one value. */
  static String of(Metric metric, List<String> one) {
    return guarded(plain(metric), one);
  }

  /** The expression with no guard, for use inside a query that groups by company. */
  static String plain(Metric metric) {
    Formula formula = metric.formula();
    String above = sums(formula.above(), metric.source().where());
    return formula.below().isEmpty()
        ? above
        : "(%s) * 1.0 / NULLIF(%s, 0)"
            .formatted(above, sums(formula.below(), metric.source().where()));
  }

  /** The expression where each of these columns has one value, else empty. */
  static String guarded(String expression, List<String> columns) {
    String one =
        columns.stream()
            .map(c -> "MIN(%1$s) = MAX(%1$s)".formatted(name(c)))
            .collect(Collectors.joining(" AND "));
    return "CASE WHEN " + one + " THEN " + expression + " END";
  }

  /** A text value in SQL. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A column name in SQL; the marts use plain names only. */
  static String name(String column) {
    if (!column.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("'" + column + "' is no plain column name");
    }
    return column;
  }

  private static String sums(List<Term> terms, List<Metric.Condition> where) {
    StringBuilder sql = new StringBuilder();
    for (Term term : terms) {
      if (term.sign() < 0) {
        sql.append(sql.isEmpty() ? "-" : " - ");
      } else if (!sql.isEmpty()) {
        sql.append(" + ");
      }
      String sum = "SUM(" + value(name(term.column()), where) + ")";
      sql.append(terms.size() > 1 ? "COALESCE(" + sum + ", 0)" : sum);
    }
    return sql.toString();
  }

  private static String value(String column, List<Metric.Condition> where) {
    return where.isEmpty() ? column : "CASE WHEN " + condition(where) + " THEN " + column + " END";
  }

  static String condition(List<Metric.Condition> where) {
    return where.stream()
        .sorted(java.util.Comparator.comparing(Metric.Condition::column))
        .map(
            c ->
                name(c.column())
                    + c.values().stream()
                        .sorted()
                        .map(MetricSql::literal)
                        .collect(Collectors.joining(", ", " IN (", ")")))
        .collect(Collectors.joining(" AND "));
  }
}
