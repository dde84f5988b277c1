package org.millrace.dashboards.superset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.query.MetricQueries;
import org.millrace.dashboards.query.Query;
import org.millrace.dashboards.query.Slice;

/** What a chart must show, asked of the marts by SQL that does not come from the bundle. */
final class Expected {
  private final TestingMarts marts;
  private final Definitions definitions;
  private final MartTables tables;
  private final MetricQueries queries;

  Expected(TestingMarts marts, Definitions definitions, MartTables tables) {
    this.marts = marts;
    this.definitions = definitions;
    this.tables = tables;
    this.queries = new MetricQueries(tables, Clock.systemUTC());
  }

  /** The one figure of a metric. */
  String total(MetricId id, Slice slice) {
    return marts.rows(queries.total(definitions.metric(id), slice)).get(0).get("value");
  }

  /** The figures of a bar chart by the label of the bar. */
  Map<String, String> bars(Chart.Bar bar, Slice slice) {
    Metric metric = definitions.metric(bar.metric());
    Map<String, String> bars = new TreeMap<>();
    for (Map<String, String> row :
        marts.rows(queries.by(metric, slice, bar.by(), bar.sequence(), bar.limit()))) {
      String key = row.get("key");
      bars.put(
          bar.by().name().isPresent() ? row.get("label") + " · " + key : key, row.get("value"));
    }
    return bars;
  }

  /** The figures over time by metric and day. */
  Map<String, String> series(List<MetricId> ids, Slice slice, Chart.Grain grain) {
    Map<String, String> series = new TreeMap<>();
    for (MetricId id : ids) {
      for (Map<String, String> row :
          marts.rows(queries.overTime(definitions.metric(id), slice, grain))) {
        series.put(id + " " + row.get("label").substring(0, 10), row.get("value"));
      }
    }
    return series;
  }

  /** All rows a table chart may show, with the shown columns. */
  List<Map<String, String>> rows(Chart.Table table, Slice slice) {
    List<String> columns = table.columns().stream().map(c -> c.column().in(Language.EN)).toList();
    String name = "mart." + table.rows().table();
    StringBuilder sql = new StringBuilder("select ");
    if (table.rows().repeat() == Chart.Repeat.DISTINCT) {
      sql.append("distinct ");
    }
    sql.append(columns.stream().map(Expected::asShown).collect(Collectors.joining(", ")))
        .append(" from ")
        .append(name)
        .append(" where company = ?");
    List<Object> values = new ArrayList<>(List.of(slice.company()));
    if (tables.has(table.rows().table(), "currency")) {
      sql.append(" and currency = ?");
      values.add(slice.currency());
    }
    for (Metric.Condition condition : table.rows().only().where()) {
      String marks = String.join(", ", Collections.nCopies(condition.values().size(), "?"));
      sql.append(" and " + condition.column() + "::text in (" + marks + ")");
      values.addAll(condition.values());
    }
    String last = lastColumn(table.rows().when());
    if (!last.isEmpty()) {
      String of = tables.has(table.rows().table(), "grain") ? "grain, " : "";
      String each = of.isEmpty() ? "" : " group by grain";
      sql.append(
          " and (%3$s%1$s) in (select %3$smax(%1$s) from %2$s where company = ?%4$s)"
              .formatted(last, name, of, each));
      values.add(slice.company());
    }
    return marts.rows(new Query(sql.toString(), values));
  }

  /** A day or moment as Superset hands it over: milliseconds since 1970. */
  private static String asShown(String column) {
    return """
    case pg_typeof(%1$s)::text
      when 'date' then (extract(epoch from %1$s::text::timestamp) * 1000)::bigint::text
      when 'timestamp with time zone'
        then (extract(epoch from %1$s::text::timestamptz) * 1000)::bigint::text
      else %1$s::text end as %1$s\
    """
        .formatted(column);
  }

  private static String lastColumn(Chart.When when) {
    if (when instanceof Chart.When.Last last) {
      return last.column();
    }
    return when instanceof Chart.When.Latest latest ? latest.column() : "";
  }
}
