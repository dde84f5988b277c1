package org.millrace.dashboards.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.Term;

/**
 * Compiles questions for rows: those behind a figure, those of a table, and those of a table chart.
 */
public final class RowQueries {
  private static final Metric.Sum NOTHING = new Metric.Sum(List.of(), List.of());

  private final MartTables tables;
  private final Clock clock;

  /** The clock tells what is overdue: one where the company is. */
  public RowQueries(MartTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Which rows of one table, before paging: their conditions, and the amount their sum must show.
   */
  public record Selection(String table, Where where, Metric.Sum sum) {}

  /**
   * The language of the columns, the words a row must hold, blank for all rows, and the column to
   * sort by before all others.
   */
  public record Reading(Language language, String search, Optional<Term> sort) {
    /** All rows in the order of the chart. */
    public static Reading of(Language language) {
      return new Reading(language, "", Optional.empty());
    }
  }

  /** Order and page of shown rows. */
  public record Page(List<Term> order, int limit, int offset) {}

  /**
   * The rows behind a metric's figure in a slice; of a balance, all rows up to the period's end.
   */
  public Selection behind(Metric metric, Slice slice) {
    Metric.Drill drill = metric.drill();
    Where where =
        new Where(tables, drill.table()).slice(slice).filter(drill.filter(), LocalDate.now(clock));
    if (drill.time().isPresent() && slice.period().isPresent()) {
      if (metric.scale().additivity() == Metric.Additivity.NOT_OVER_TIME) {
        where.until(drill.time().get(), slice.period().get());
      } else {
        where.within(drill.time().get(), drill.step(), slice.period().get());
      }
    }
    drill.latest().ifPresent(column -> where.latest(column, slice.company()));
    drill.amount().forEach(term -> tables.require(drill.table(), term.column()));
    drill.sum().count().forEach(column -> tables.require(drill.table(), column));
    return new Selection(drill.table(), where, drill.sum());
  }

  /** The rows of a table with the slice's values; codes may be narrowed by how they begin. */
  public Selection of(String table, Slice slice, Map<String, List<String>> beginning) {
    Where where = new Where(tables, table).slice(slice);
    beginning.forEach(where::beginning);
    return new Selection(table, where, NOTHING);
  }

  /** Keeps the rows of which any text column holds the words. */
  public Selection search(Selection rows, List<String> columns, String text) {
    if (!text.isBlank() && !columns.isEmpty()) {
      rows.where().search(columns, text.trim());
    }
    return rows;
  }

  /** One page of rows with all columns. */
  public Query page(Selection rows, Page page) {
    String columns = String.join(", ", tables.of(rows.table()));
    return query("select " + columns, rows, order(rows.table(), page.order()) + limit(page));
  }

  /** How many rows there are and what their amount sums to. */
  public Query count(Selection rows) {
    return query("select count(*) as rows, " + amount(rows.sum()) + " as amount", rows, "");
  }

  private static String amount(Metric.Sum sum) {
    if (!sum.count().isEmpty()) {
      return "count(distinct (" + String.join(", ", sum.count()) + "))::numeric";
    }
    return sum.amount().isEmpty()
        ? "null::numeric"
        : sum.amount().stream()
            .map(t -> (t.sign() < 0 ? "- " : "+ ") + "coalesce(sum(" + t.column() + "), 0)")
            .collect(Collectors.joining(" ", "0 ", ""));
  }

  /** The rows of a table chart, those of its columns that the reader sees. */
  public Query chart(Chart.Table chart, Slice slice, Reading reading, Page page) {
    List<String> columns = new ArrayList<>(shown(chart, reading.language()));
    columns.addAll(hidden(chart, columns));
    boolean distinct = chart.rows().repeat() == Chart.Repeat.DISTINCT;
    Selection rows = new Selection(chart.rows().table(), where(chart, slice), NOTHING);
    search(rows, chart.rows().search(), reading.search());
    return query(
        "select " + (distinct ? "distinct " : "") + String.join(", ", columns),
        rows,
        order(rows.table(), sorted(chart, reading, page.order()), ranks(chart)) + limit(page));
  }

  /** As the reader sorts, among equals as the chart does; only by columns that are shown. */
  private List<Term> sorted(Chart.Table chart, Reading reading, List<Term> order) {
    List<Term> sorted = new ArrayList<>();
    reading
        .sort()
        .filter(term -> shown(chart, reading.language()).contains(term.column()))
        .ifPresent(sorted::add);
    seen(chart.rows().table(), order).stream()
        .filter(term -> sorted.stream().noneMatch(first -> first.column().equals(term.column())))
        .forEach(sorted::add);
    return sorted;
  }

  /** Of columns with ranked words, the place of the word, so that the first stands on top. */
  private static Map<String, String> ranks(Chart.Table chart) {
    Map<String, String> ranks = new TreeMap<>();
    for (Chart.Column column : chart.columns()) {
      if (!column.rank().isEmpty()) {
        String name = column.column().en();
        ranks.put(
            name,
            "array_position(array['%s'], %s::text)"
                .formatted(String.join("', '", column.rank()), name));
      }
    }
    return ranks;
  }

  /** The columns of a table chart in that language that the reader sees. */
  public List<String> shown(Chart.Table chart, Language language) {
    String table = chart.rows().table();
    return chart.columns().stream()
        .map(c -> c.column().in(language))
        .filter(tables.of(table)::contains)
        .toList();
  }

  /** The columns that a table chart's links and commands need beyond those it shows. */
  public List<String> hidden(Chart.Table chart, Collection<String> shown) {
    Set<String> hidden = new LinkedHashSet<>();
    Chart.Link link = chart.rows().link().orElse(null);
    if (link instanceof Chart.Link.Open open) {
      hidden.addAll(open.columns());
      open.key().ifPresent(hidden::add);
    } else if (link instanceof Chart.Link.Pick pick) {
      hidden.add(pick.column());
    }
    chart.commands().forEach(command -> hidden.addAll(command.columns()));
    if (shown.contains("document_number") || shown.contains("document")) {
      hidden.add("document_type");
    }
    hidden.removeAll(shown);
    hidden.retainAll(tables.of(chart.rows().table()));
    return List.copyOf(hidden);
  }

  private List<Term> seen(String table, List<Term> order) {
    return order.stream().filter(t -> tables.has(table, t.column())).toList();
  }

  private Where where(Chart.Table chart, Slice slice) {
    Chart.Only only = chart.rows().only();
    Slice narrowed =
        only.picked()
            .map(c -> slice.withoutPicks().with(c, slice.picks().getOrDefault(c, "")))
            .orElse(slice.withoutPicks());
    Where where = new Where(tables, chart.rows().table()).slice(narrowed).fixed(only.where());
    Optional<Period> period = slice.period();
    Chart.When when = chart.rows().when();
    if (when instanceof Chart.When.Latest latest) {
      where.latest(latest.column(), slice.company());
    } else if (when instanceof Chart.When.Last last) {
      period.ifPresentOrElse(
          p -> where.last(last.column(), p, slice.company()),
          () -> where.latest(last.column(), slice.company()));
    } else if (when instanceof Chart.When.Within within) {
      period.ifPresent(p -> where.within(within.column(), p));
    }
    return where;
  }

  private String order(String table, List<Term> order) {
    return order(table, order, Map.of());
  }

  private String order(String table, List<Term> order, Map<String, String> ranks) {
    if (order.isEmpty()) {
      return "";
    }
    order.stream()
        .filter(t -> !tables.of(table).contains(t.column()))
        .findFirst()
        .ifPresent(
            t -> {
              throw new IllegalArgumentException(
                  "Cannot sort by '" + t.column() + "': " + table + " has " + tables.of(table));
            });
    return "\norder by "
        + order.stream()
            .map(
                t ->
                    ranks.getOrDefault(t.column(), t.column())
                        + (t.sign() < 0 ? " desc nulls last" : ""))
            .collect(Collectors.joining(", "));
  }

  private static String limit(Page page) {
    return "\nlimit " + page.limit() + " offset " + page.offset();
  }

  private static Query query(String select, Selection rows, String end) {
    String sql = select + "\nfrom mart." + rows.table() + rows.where().sql() + end;
    return new Query(sql, rows.where().values());
  }
}
