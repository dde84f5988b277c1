package org.millrace.dashboards.superset.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    String counted = condition(metric.source());
    String sums = sums(formula.above(), counted);
    boolean isAge = metric.source().filter().overdue().isPresent(); // none of that age is nothing
    String above = isAge ? "COALESCE(" + sums + ", 0)" : sums;
    return formula.below().isEmpty()
        ? above
        : "(%s) * 1.0 / NULLIF(%s, 0)".formatted(above, sums(formula.below(), counted));
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

  private static String sums(List<Term> terms, String counted) {
    StringBuilder sql = new StringBuilder();
    for (Term term : terms) {
      if (term.sign() < 0) {
        sql.append(sql.isEmpty() ? "-" : " - ");
      } else if (!sql.isEmpty()) {
        sql.append(" + ");
      }
      String sum = "SUM(" + value(name(term.column()), counted) + ")";
      sql.append(terms.size() > 1 ? "COALESCE(" + sum + ", 0)" : sum);
    }
    return sql.toString();
  }

  private static String value(String column, String counted) {
    return counted.isEmpty() ? column : "CASE WHEN " + counted + " THEN " + column + " END";
  }

  /** Which rows count, as a condition; empty text for all. */
  private static String condition(Metric.Source source) {
    Stream<String> filled = source.filled().stream().map(c -> name(c) + " IS NOT NULL");
    Stream<String> fixed =
        source.where().stream()
            .sorted(Comparator.comparing(Metric.Condition::column))
            .map(c -> name(c.column()) + literals(c));
    Stream<String> overdue = source.filter().overdue().stream().flatMap(MetricSql::overdue);
    return Stream.of(filled, fixed, overdue)
        .flatMap(conditions -> conditions)
        .collect(Collectors.joining(" AND "));
  }

  private static Stream<String> overdue(Metric.Overdue overdue) {
    String column = name(overdue.column());
    return Stream.concat(
        overdue.from().stream().map(days -> column + " <= CURRENT_DATE - " + days),
        overdue.to().stream().map(days -> column + " >= CURRENT_DATE - " + days));
  }

  private static String literals(Metric.Condition condition) {
    return condition.values().stream()
        .sorted()
        .map(MetricSql::literal)
        .collect(Collectors.joining(", ", " IN (", ")"));
  }
}
