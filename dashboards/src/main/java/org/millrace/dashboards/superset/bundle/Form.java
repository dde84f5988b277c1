package org.millrace.dashboards.superset.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.superset.server.Json;

/** How a chart is drawn and what it asks: its type, its settings, its one query. */
record Form(
    String vizType, AssetId dataset, Map<String, Object> settings, Map<String, Object> query) {
  /** The settings as Superset keeps them; the importer puts the number of the dataset in. */
  Map<String, Object> params() {
    return Tree.merge(
        Tree.map("datasource", "0__table", "viz_type", vizType),
        settings,
        Tree.map("extra_form_data", Tree.map(), "annotation_layers", List.of()));
  }

  /** The question that reports and the data call of the API send. */
  String queryContext() {
    return Json.write(
        Tree.map(
            "datasource",
            Tree.map("id", 0, "type", "table"),
            "force",
            false,
            "queries",
            List.of(query),
            "result_format",
            "json",
            "result_type",
            "full"));
  }

  /** The question with these columns, metrics and rest; the time filter lets the board bind. */
  static Map<String, Object> query(Optional<String> time, Map<String, Object> asked) {
    return query(time, List.of(), asked);
  }

  /** The same over the rows that have some fixed values. */
  static Map<String, Object> query(
      Optional<String> time, List<Metric.Condition> where, Map<String, Object> asked) {
    List<Object> filters = new ArrayList<>();
    where.forEach(c -> filters.add(Tree.map("col", c.column(), "op", "IN", "val", values(c))));
    time.ifPresent(
        t -> filters.add(Tree.map("col", t, "op", "TEMPORAL_RANGE", "val", "No filter")));
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("filters", filters);
    query.put("extras", Tree.map("having", "", "where", ""));
    query.put("applied_time_extras", Tree.map());
    query.putAll(asked);
    query.putAll(
        Tree.map(
            "annotation_layers", List.of(),
            "series_limit", 0,
            "url_params", Tree.map(),
            "custom_params", Tree.map(),
            "custom_form_data", Tree.map(),
            "time_offsets", List.of()));
    return query;
  }

  /** The filter by which the board's period reaches a chart; none without a time column. */
  static List<Object> timeFilter(Optional<String> time) {
    return time.<List<Object>>map(
            t ->
                List.of(
                    Tree.map(
                        "clause", "WHERE",
                        "expressionType", "SIMPLE",
                        "subject", t,
                        "operator", "TEMPORAL_RANGE",
                        "comparator", "No filter")))
        .orElseGet(List::of);
  }

  /** The filters of a chart: its time, and the values its rows must have. */
  static List<Object> filters(Optional<String> time, List<Metric.Condition> where) {
    List<Object> filters = new ArrayList<>(timeFilter(time));
    where.forEach(
        c ->
            filters.add(
                Tree.map(
                    "clause", "WHERE",
                    "expressionType", "SIMPLE",
                    "subject", c.column(),
                    "operator", "IN",
                    "comparator", values(c))));
    return filters;
  }

  private static List<String> values(Metric.Condition condition) {
    return condition.values().stream().sorted().toList();
  }
}
