package org.millrace.dashboards.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;

/**
 * The conditions of one query on one table; a filter for a column that the table lacks does not
 * apply.
 */
final class Where {
  private static final String GRAIN = "grain";

  private final MartTables tables;
  private final String table;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  Where(MartTables tables, String table) {
    tables.of(table);
    this.tables = tables;
    this.table = table;
  }

  Where slice(Slice slice) {
    equal("company", slice.company());
    if (tables.has(table, "currency")) {
      equal("currency", slice.currency());
    }
    if (tables.has(table, "country")) {
      slice.country().ifPresent(country -> equal("country", country));
    }
    new TreeMap<>(slice.picks()).forEach(this::pick);
    return this;
  }

  Where fixed(List<Metric.Condition> fixed) {
    for (Metric.Condition condition : fixed) {
      List<String> sorted = condition.values().stream().sorted().toList();
      check(condition.column());
      add(condition.column() + "::text in (" + marks(sorted.size()) + ")", sorted);
    }
    return this;
  }

  /** What the metric itself asks of a row, whatever people chose. */
  Where source(Metric.Source source, String company, LocalDate today) {
    filter(source.filter(), today);
    source.latest().ifPresent(column -> latest(column, company));
    return this;
  }

  /** Which rows count, whatever people chose. */
  Where filter(Metric.Filter filter, LocalDate today) {
    fixed(filter.where());
    filter.filled().forEach(this::filled);
    filter.overdue().ifPresent(overdue -> overdue(overdue, today));
    return this;
  }

  private void overdue(Metric.Overdue overdue, LocalDate today) {
    check(overdue.column());
    overdue
        .from()
        .ifPresent(
            days ->
                add(overdue.column() + " <= ?::date", List.of(today.minusDays(days).toString())));
    overdue
        .to()
        .ifPresent(
            days ->
                add(overdue.column() + " >= ?::date", List.of(today.minusDays(days).toString())));
  }

  private void filled(String column) {
    check(column);
    add(column + " is not null", List.of());
  }

  Where within(String column, Period period) {
    return within(column, Metric.Step.DAY, period);
  }

  /** The days of the period, or those of the weeks that begin in it. */
  Where within(String named, Metric.Step step, Period period) {
    check(named);
    String column =
        step == Metric.Step.WEEK ? "date_trunc('week', " + named + "::timestamp)::date" : named;
    return add(
        column + " >= ?::date and " + column + " < ?::date",
        List.of(period.firstDay().toString(), period.dayAfter().toString()));
  }

  Where until(String column, Period period) {
    check(column);
    return add(column + " < ?::date", List.of(period.dayAfter().toString()));
  }

  /** Only the last value not after the period. */
  Where last(String column, Period period, String company) {
    check(column);
    return add(
        column
            + " = (select max(l."
            + column
            + ") from mart."
            + table
            + " l where l.company = ? and l."
            + column
            + " < ?::date)",
        List.of(company, period.dayAfter().toString()));
  }

  /** Only the highest value of the company; of each grain its own, as each has its own runs. */
  Where latest(String column, String company) {
    check(column);
    String of = tables.has(table, GRAIN) ? GRAIN + ", " : "";
    String highest = of.isEmpty() ? "" : " group by l." + GRAIN;
    return add(
        "(%1$s%2$s) in (select %3$smax(l.%2$s) from mart.%4$s l where l.company = ?%5$s)"
            .formatted(of, column, of.isEmpty() ? "" : "l." + of, table, highest),
        List.of(company));
  }

  Where equal(String column, String value) {
    check(column);
    return add(column + " = ?", List.of(value));
  }

  /** Codes that begin with one of the given signs. */
  Where beginning(String column, List<String> beginnings) {
    check(column);
    List<String> parts = beginnings.stream().map(b -> "starts_with(" + column + ", ?)").toList();
    return add("(" + String.join(" or ", parts) + ")", beginnings);
  }

  Where search(List<String> columns, String text) {
    columns.forEach(this::check);
    String any = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    List<String> parts = columns.stream().map(c -> c + "::text ilike ?").toList();
    return add("(" + String.join(" or ", parts) + ")", Collections.nCopies(columns.size(), any));
  }

  Where add(String condition, Collection<?> bound) {
    conditions.add(condition);
    values.addAll(bound);
    return this;
  }

  String sql() {
    return conditions.isEmpty() ? "" : "\nwhere " + String.join("\n  and ", conditions);
  }

  List<Object> values() {
    return List.copyOf(values);
  }

  private void pick(String column, String value) {
    if (tables.has(table, column)) {
      add(column + "::text = ?", List.of(value));
    }
  }

  private void check(String column) {
    tables.require(table, column);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
