package org.millrace.dashboards.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.Term;

/**
 * Compiles a metric and what people chose into one SELECT. Every answer has the columns numerator,
 * denominator (null for a plain sum), value and rows; a split answer also key and label. Ratios are
 * divided after summing.
 */
public final class MetricQueries {
  private final MartTables tables;
  private final Clock clock;

  /** The clock tells what is overdue: one where the company is. */
  public MetricQueries(MartTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** The one figure; of a balance, that at the period's end. */
  public Query total(Metric metric, Slice slice) {
    Where where = where(metric, slice);
    return query("select " + figures(metric), metric, where, "");
  }

  /** The figure of a period that ends within a month, from where the days are. */
  public Query ofDays(Metric metric, Slice slice) {
    Metric.Days days =
        metric
            .source()
            .ofDays()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Of metric " + metric.id() + " no days are known"));
    Where where = new Where(tables, days.table()).slice(slice);
    slice.period().ifPresent(period -> where.within(days.time(), period));
    where.filter(metric.source().filter(), LocalDate.now(clock));
    String sql = "select " + figures(metric) + "\nfrom mart." + days.table() + where.sql();
    return new Query(sql, new ArrayList<>(where.values()));
  }

  /** The figure by the values of a column, the largest first. */
  public Query by(Metric metric, Slice slice, Chart.Dimension by, int limit) {
    return by(metric, slice, by, Chart.Sequence.SIZE, limit);
  }

  /** The figure by the values of a column, in order of size or of the values. */
  public Query by(
      Metric metric, Slice slice, Chart.Dimension by, Chart.Sequence sequence, int limit) {
    String order = sequence == Chart.Sequence.SIZE ? "value desc nulls last, key" : by.column();
    String table = metric.source().table();
    tables.require(table, by.column());
    by.name().ifPresent(name -> tables.require(table, name));
    String label = by.name().map(n -> "max(" + n + "::text)").orElse(by.column() + "::text");
    return query(
        "select "
            + by.column()
            + "::text as key, "
            + label
            + " as label,\n       "
            + figures(metric),
        metric,
        where(metric, slice),
        "\ngroup by " + by.column() + "\norder by " + order + "\nlimit " + limit);
  }

  /** The figure over time, in months or in the steps of the table's own time column. */
  public Query overTime(Metric metric, Slice slice, Chart.Grain grain) {
    String time =
        metric
            .source()
            .time()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("Metric " + metric.id() + " has no time column"));
    boolean months = grain == Chart.Grain.MONTH && !time.equals("month");
    String step = months ? "date_trunc('month', " + time + ")::date" : time;
    requireFigures(metric);
    Where where = new Where(tables, metric.source().table()).slice(slice);
    slice.period().ifPresent(period -> where.within(time, period));
    where.source(metric.source(), slice.company(), LocalDate.now(clock));
    return query(
        "select " + step + " as key, " + step + "::text as label,\n       " + figures(metric),
        metric,
        where,
        "\ngroup by " + step + "\norder by key");
  }

  private Where where(Metric metric, Slice slice) {
    Metric.Source source = metric.source();
    requireFigures(metric);
    Where where = new Where(tables, source.table()).slice(slice);
    Optional<Period> period = slice.period();
    if (source.time().isPresent() && period.isPresent()) {
      String time = source.time().get();
      if (metric.scale().additivity() == Metric.Additivity.NOT_OVER_TIME) {
        where.last(time, period.get(), slice.company());
      } else {
        where.within(time, period.get());
      }
    } else if (metric.scale().additivity() == Metric.Additivity.NOT_OVER_TIME) {
      where.latest(source.time().orElseThrow(), slice.company());
    }
    return where.source(source, slice.company(), LocalDate.now(clock));
  }

  private static Query query(String select, Metric metric, Where where, String end) {
    String sql = select + "\nfrom mart." + metric.source().table() + where.sql() + end;
    return new Query(sql, new ArrayList<>(where.values()));
  }

  private static String figures(Metric metric) {
    String above = sum(metric.formula().above());
    List<Term> terms = metric.formula().below();
    String below = terms.isEmpty() ? "null::numeric" : sum(terms);
    String value = terms.isEmpty() ? above : "(" + above + ")::numeric / nullif(" + below + ", 0)";
    return above
        + " as numerator,\n       "
        + below
        + " as denominator,\n       "
        + value
        + " as value,\n       count(*) as rows";
  }

  private static String sum(List<Term> terms) {
    String text =
        terms.stream()
            .map(t -> (t.sign() < 0 ? " - " : " + ") + "coalesce(sum(" + t.column() + "), 0)")
            .collect(Collectors.joining())
            .substring(1);
    return text.startsWith("+ ") ? text.substring(2) : text;
  }

  private void requireFigures(Metric metric) {
    String table = metric.source().table();
    metric.formula().above().forEach(term -> tables.require(table, term.column()));
    metric.formula().below().forEach(term -> tables.require(table, term.column()));
  }
}
