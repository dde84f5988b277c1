package org.millrace.dashboards.superset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.query.Slice;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;
import org.millrace.dashboards.superset.server.Reply;
import org.millrace.dashboards.superset.server.SupersetServer;

/** Asks a published chart as a dashboard does: its stored query with the filters that are set. */
final class Question {
  private final SupersetServer server;

  Question(SupersetServer server) {
    this.server = server;
  }

  /** The rows of the stored query as it is: over all companies. */
  List<Map<String, Object>> unfiltered(Asset chart) {
    return answers(chart, stored(chart)).get(0);
  }

  /** The rows in each of these slices, asked in one go. */
  List<List<Map<String, Object>>> rows(Asset chart, List<Slice> slices) {
    Map<String, Object> context = stored(chart);
    Map<String, Object> query = Json.objects(context, "queries").get(0);
    List<Map<String, Object>> queries = new ArrayList<>();
    for (Slice slice : slices) {
      Map<String, Object> asked = new LinkedHashMap<>(query);
      asked.put("filters", filters(query, slice));
      queries.add(asked);
    }
    context.put("queries", queries);
    List<List<Map<String, Object>>> answers = answers(chart, context);
    if (answers.size() != slices.size()) {
      throw new AssertionError(chart.id() + " gave " + answers.size() + " for " + slices);
    }
    return answers;
  }

  private Map<String, Object> stored(Asset chart) {
    Map<String, Object> found = server.find(Kind.CHART, chart.id().uuid().toString()).orElseThrow();
    return Json.object(Json.text(found, "query_context"));
  }

  private List<List<Map<String, Object>>> answers(Asset chart, Map<String, Object> context) {
    Reply reply = server.data(context);
    if (!reply.isOk()) {
      throw new AssertionError(chart.id() + ": " + reply.status() + " " + reply.reason());
    }
    return Json.objects(reply.json(), "result").stream()
        .map(answer -> Json.objects(answer, "data"))
        .toList();
  }

  private static List<Object> filters(Map<String, Object> query, Slice slice) {
    List<Object> filters = new ArrayList<>();
    for (Map<String, Object> filter : Json.objects(query, "filters")) {
      Map<String, Object> bound = new LinkedHashMap<>(filter);
      slice
          .period()
          .filter(p -> filter.get("op").equals("TEMPORAL_RANGE"))
          .ifPresent(p -> bound.put("val", p.firstDay() + " : " + p.dayAfter()));
      filters.add(bound);
    }
    filters.add(Map.of("col", "company", "op", "IN", "val", List.of(slice.company())));
    filters.add(Map.of("col", "currency", "op", "IN", "val", List.of(slice.currency())));
    slice.picks().forEach((c, v) -> filters.add(Map.of("col", c, "op", "IN", "val", List.of(v))));
    return filters;
  }
}
