package org.millrace.dashboards.superset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.server.Json;

/**
 * What of an object is ours, in one form for the object we want and the one the server has: names
 * instead of the server's numbers, lists by name, no absent values. Two essences are equal exactly
 * when publishing would change nothing.
 */
record Essence(Map<String, String> parts) {
  Essence {
    parts = Map.copyOf(parts);
  }

  /** The parts in which the two differ. */
  SortedSet<String> differences(Essence other) {
    SortedSet<String> differ = new TreeSet<>(parts.keySet());
    differ.addAll(other.parts.keySet());
    differ.removeIf(p -> Objects.equals(parts.get(p), other.parts.get(p)));
    return differ;
  }

  /** Of the object as we want it. */
  static Essence wanted(Asset asset) {
    Map<String, Object> content = asset.content();
    return switch (asset.kind()) {
      case DATABASE -> database(content);
      case DATASET -> dataset(content, Json.text(content, "database_uuid"));
      case CHART -> chart(content, Json.object(content, "params"), dataset(content));
      case DASHBOARD ->
          dashboard(
              content,
              Json.object(content, "position"),
              Json.object(content, "metadata"),
              Map.of());
    };
  }

  /** Of a database as its connection says. */
  static Essence database(Map<String, Object> in) {
    Map<String, Object> parts =
        pick(
            in,
            "database_name",
            "sqlalchemy_uri",
            "expose_in_sqllab",
            "allow_run_async",
            "allow_ctas",
            "allow_cvas",
            "allow_dml",
            "allow_file_upload",
            "impersonate_user");
    String address =
        Json.text(in, "sqlalchemy_uri").replaceFirst("^postgresql\\+psycopg2:", "postgresql:");
    parts.put("sqlalchemy_uri", address);
    return of(parts);
  }

  /** Of a dataset in the database with this uuid. */
  static Essence dataset(Map<String, Object> in, String database) {
    Map<String, Object> parts =
        pick(
            in,
            "table_name",
            "main_dttm_col",
            "description",
            "schema",
            "sql",
            "filter_select_enabled",
            "normalize_columns",
            "always_filter_main_dttm");
    parts.put("database", database);
    parts.put("certification", Json.object(parsed(in, "extra"), "certification"));
    Map<String, Object> metrics = new TreeMap<>();
    for (Map<String, Object> metric : Json.objects(in, "metrics")) {
      metrics.put(
          Json.text(metric, "metric_name"),
          pick(metric, "verbose_name", "expression", "description", "d3format"));
    }
    parts.put("metrics", metrics);
    Map<String, Object> columns = new TreeMap<>();
    for (Map<String, Object> column : Json.objects(in, "columns")) {
      columns.put(
          Json.text(column, "column_name"),
          pick(
              column,
              "verbose_name",
              "is_dttm",
              "type",
              "groupby",
              "filterable",
              "expression",
              "description"));
    }
    parts.put("columns", columns);
    return of(parts);
  }

  /** Of a chart on the server. */
  static Essence chart(Map<String, Object> in) {
    return chart(in, parsed(in, "params"), Json.text(in, "datasource_uuid"));
  }

  /** Of a dashboard on the server, whose datasets have these uuids. */
  static Essence dashboard(Map<String, Object> in, Map<String, String> datasetsById) {
    return dashboard(in, parsed(in, "position_json"), parsed(in, "json_metadata"), datasetsById);
  }

  private static Essence chart(Map<String, Object> in, Map<String, Object> params, String dataset) {
    Map<String, Object> parts =
        pick(in, "slice_name", "description", "viz_type", "certified_by", "certification_details");
    Map<String, Object> settings = new LinkedHashMap<>(params);
    settings.remove("datasource");
    parts.put("params", settings);
    Map<String, Object> query = new LinkedHashMap<>(parsed(in, "query_context"));
    query.remove("datasource");
    parts.put("query_context", query);
    parts.put("dataset", dataset);
    return of(parts);
  }

  private static Essence dashboard(
      Map<String, Object> in,
      Map<String, Object> position,
      Map<String, Object> metadata,
      Map<String, String> datasetsById) {
    Map<String, Object> parts =
        pick(in, "dashboard_title", "slug", "certified_by", "certification_details", "published");
    Map<String, String> chartsById = new TreeMap<>();
    Map<String, Object> nodes = new TreeMap<>();
    for (Map.Entry<String, Object> node : position.entrySet()) {
      Map<String, Object> copy = new TreeMap<>(Json.object(position, node.getKey()));
      Map<String, Object> meta = new TreeMap<>(Json.object(copy, "meta"));
      if (meta.containsKey("chartId")) {
        chartsById.put(Json.text(meta, "chartId"), Json.text(meta, "uuid"));
        meta.remove("chartId");
        copy.put("meta", meta);
      }
      nodes.put(node.getKey(), copy);
    }
    parts.put("position", nodes);
    Map<String, Object> settings = new TreeMap<>(metadata);
    List<Object> filters = new ArrayList<>();
    for (Map<String, Object> filter : Json.objects(metadata, "native_filter_configuration")) {
      filters.add(filter(filter, chartsById, datasetsById));
    }
    settings.put("native_filter_configuration", filters);
    parts.put("metadata", settings);
    return of(parts);
  }

  private static Map<String, Object> filter(
      Map<String, Object> filter,
      Map<String, String> chartsById,
      Map<String, String> datasetsById) {
    Map<String, Object> copy = new TreeMap<>(filter);
    List<Object> targets = new ArrayList<>();
    for (Map<String, Object> target : Json.objects(filter, "targets")) {
      Map<String, Object> named = new TreeMap<>(target);
      Object id = named.remove("datasetId");
      if (id != null) {
        named.put("datasetUuid", datasetsById.getOrDefault(id.toString(), "unknown " + id));
      }
      targets.add(named);
    }
    copy.put("targets", targets);
    Map<String, Object> scope = new TreeMap<>(Json.object(filter, "scope"));
    if (scope.get("excluded") instanceof List<?> ids) {
      scope.put(
          "excluded",
          ids.stream()
              .map(i -> chartsById.getOrDefault(String.valueOf(i), "unknown " + i))
              .sorted()
              .toList());
    }
    copy.put("scope", scope);
    return copy;
  }

  private static String dataset(Map<String, Object> content) {
    return Json.text(content, "dataset_uuid");
  }

  private static Map<String, Object> parsed(Map<String, Object> in, String key) {
    if (in.get(key) instanceof String text) {
      return text.isBlank() ? Map.of() : Json.object(text);
    }
    return Json.object(in, key);
  }

  private static Map<String, Object> pick(Map<String, Object> in, String... keys) {
    Map<String, Object> picked = new TreeMap<>();
    for (String key : keys) {
      if (in.get(key) != null) {
        picked.put(key, in.get(key));
      }
    }
    return picked;
  }

  private static Essence of(Map<String, Object> parts) {
    Map<String, String> texts = new TreeMap<>();
    parts.forEach((name, value) -> texts.put(name, Json.write(canonical(value))));
    return new Essence(texts);
  }

  private static Object canonical(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach(
          (k, v) -> {
            if (v != null) {
              sorted.put(String.valueOf(k), canonical(v));
            }
          });
      return sorted;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(v -> v == null ? "null" : canonical(v)).toList();
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return value;
  }
}
