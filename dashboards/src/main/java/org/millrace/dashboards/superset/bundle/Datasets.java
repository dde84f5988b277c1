package org.millrace.dashboards.superset.bundle;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;

/** Collects the datasets that charts ask for, each once, with the metrics asked of it. */
final class Datasets {
  private final MartColumns mart;
  private final Language language;
  private final Map<String, Draft> drafts = new TreeMap<>();

  Datasets(MartColumns mart, Language language) {
    this.mart = mart;
    this.language = language;
  }

  /** The dataset of this source; made at the first call. */
  Dataset use(DatasetSource source) {
    Draft draft = drafts.computeIfAbsent(source.name(), n -> new Draft(source));
    if (draft.source.time().isEmpty()) {
      draft.source = source;
    }
    return new Dataset(draft);
  }

  /** Whether the rows have this column. */
  boolean has(DatasetSource source, String column) {
    return source.columns(mart).stream().anyMatch(c -> c.name().equals(column));
  }

  /** A dataset that was asked for before. */
  Dataset of(AssetId id) {
    return drafts.values().stream()
        .filter(d -> id(d.source).equals(id))
        .findFirst()
        .map(Dataset::new)
        .orElseThrow(() -> new IllegalStateException("nobody asked for " + id));
  }

  /** All datasets that were asked for, as objects of this database. */
  List<Asset> assets(AssetId database) {
    return drafts.values().stream().map(d -> asset(d, database)).toList();
  }

  private Asset asset(Draft draft, AssetId database) {
    DatasetSource source = draft.source;
    List<Object> columns = new ArrayList<>();
    source.columns(mart).forEach(c -> columns.add(column(draft, c)));
    draft.calculated.forEach((name, sql) -> columns.add(calculated(draft, name, sql)));
    AssetId id = id(source);
    Map<String, Object> content =
        Tree.map(
            "table_name",
            source.name(),
            "main_dttm_col",
            source.time().orElse(null),
            "description",
            "Made by Millrace from its boards; changes here are overwritten. For holders of "
                + permissions(source)
                + " only: give it to no role of people who lack them.",
            "offset",
            0,
            "schema",
            MartDatabase.SCHEMA,
            "sql",
            source.sql(mart).orElse(null),
            "filter_select_enabled",
            true,
            "extra",
            Tree.map("certification", Tree.map("certified_by", Asset.OWNER, "details", id.path())),
            "normalize_columns",
            false,
            "always_filter_main_dttm",
            false,
            "is_managed_externally",
            true,
            "metrics",
            new ArrayList<Object>(draft.metrics.values()),
            "columns",
            columns,
            "uuid",
            id.uuid().toString(),
            "database_uuid",
            database.uuid().toString(),
            "version",
            "1.0.0");
    return new Asset(id, source.name(), content);
  }

  /** What the other doors ask of who wants to see whole rows of it. */
  private String permissions(DatasetSource source) {
    return source.tables().stream()
        .flatMap(table -> requireNonNull(mart.permissions().get(table), table).stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static AssetId id(DatasetSource source) {
    return new AssetId(Kind.DATASET, "tables/" + source.name());
  }

  private Map<String, Object> column(Draft draft, MartColumns.Column column) {
    return Tree.map(
        "column_name",
        column.name(),
        "verbose_name",
        draft.labels.getOrDefault(column.name(), column.label().in(language)),
        "is_dttm",
        column.isTime(),
        "is_active",
        true,
        "type",
        column.shownType(),
        "groupby",
        true,
        "filterable",
        true,
        "expression",
        null,
        "description",
        column.meaning().in(language));
  }

  private static Map<String, Object> calculated(Draft draft, String name, String sql) {
    return Tree.map(
        "column_name",
        name,
        "verbose_name",
        draft.labels.get(name),
        "is_dttm",
        false,
        "is_active",
        true,
        "type",
        "TEXT",
        "groupby",
        true,
        "filterable",
        true,
        "expression",
        sql,
        "description",
        null);
  }

  private static final class Draft {
    private DatasetSource source;
    private final Map<String, Map<String, Object>> metrics = new TreeMap<>();
    private final Map<String, String> calculated = new TreeMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Draft(DatasetSource source) {
      this.source = source;
    }
  }

  /** One dataset while charts are compiled against it. */
  final class Dataset {
    private final Draft draft;

    private Dataset(Draft draft) {
      this.draft = draft;
    }

    AssetId id() {
      return Datasets.id(draft.source);
    }

    DatasetSource source() {
      return draft.source;
    }

    boolean has(String column) {
      return Datasets.this.has(draft.source, column);
    }

    /** Saves the metric; the answer is the name charts ask it by. */
    String metric(Metric metric) {
      List<String> one = Stream.of("company", "currency").filter(this::has).toList();
      return metric(metric, MetricSql.of(metric, one));
    }

    /** Saves the metric with its own expression. */
    String metric(Metric metric, String expression) {
      String name = metric.id().toString();
      Map<String, Object> saved =
          Tree.map(
              "metric_name",
              name,
              "verbose_name",
              metric.words().name().in(language),
              "metric_type",
              null,
              "expression",
              expression,
              "description",
              metric.words().description().in(language),
              "d3format",
              Formats.of(metric.scale().unit()),
              "extra",
              null,
              "warning_text",
              null);
      Map<String, Object> other = draft.metrics.putIfAbsent(name, saved);
      if (other != null && !Json.write(other).equals(Json.write(saved))) {
        throw new IllegalStateException(
            "metric " + name + " has two expressions in dataset " + draft.source.name());
      }
      return name;
    }

    /** Adds a column that shows code and name together; the answer is its name. */
    String named(String column, String nameColumn) {
      String name = column + "_with_name";
      draft.calculated.put(
          name, "%s || ' · ' || %s".formatted(MetricSql.name(nameColumn), MetricSql.name(column)));
      return name;
    }

    /** What people read instead of the column's name, unless another chart was first. */
    void label(String column, String label) {
      draft.labels.putIfAbsent(column, label);
    }
  }
}
