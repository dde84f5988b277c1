package org.millrace.dashboards.superset.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Metric;

/** The rows behind charts: a mart table as it is, or a query over mart tables. */
sealed interface DatasetSource {
  /** Unique among datasets; the file's name and what people see. */
  String name();

  /** The query, or empty for a table as it is. */
  Optional<String> sql(MartColumns mart);

  /** The mart tables that the rows come from. */
  Set<String> tables();

  /** The column the period filter works on unless a chart says otherwise. */
  Optional<String> time();

  /** The columns the rows have. */
  List<MartColumns.Column> columns(MartColumns mart);

  /** A mart table as it is. */
  record Whole(String table, Optional<String> time) implements DatasetSource {
    @Override
    public String name() {
      return table;
    }

    @Override
    public Set<String> tables() {
      return Set.of(table);
    }

    @Override
    public Optional<String> sql(MartColumns mart) {
      return Optional.empty();
    }

    @Override
    public List<MartColumns.Column> columns(MartColumns mart) {
      return List.copyOf(mart.of(table).values());
    }
  }

  /**
   * Of each company only the rows with the highest value of a column, such as the last month; of
   * each grain its own, as each has its own runs.
   */
  record Latest(String table, String column, Optional<String> time) implements DatasetSource {
    private static final String GRAIN = "grain";

    @Override
    public String name() {
      return table + "_latest_" + column;
    }

    @Override
    public Set<String> tables() {
      return Set.of(table);
    }

    @Override
    public Optional<String> sql(MartColumns mart) {
      boolean byGrain = mart.of(table).containsKey(GRAIN);
      return Optional.of(
          """
          SELECT t.* FROM mart.%1$s t
          JOIN (SELECT %3$s, MAX(%2$s) AS %2$s FROM mart.%1$s GROUP BY %3$s) latest
            ON latest.company = t.company AND latest.%2$s = t.%2$s%4$s\
          """
              .formatted(
                  MetricSql.name(table),
                  MetricSql.name(column),
                  byGrain ? "company, " + GRAIN : "company",
                  byGrain ? " AND latest.%1$s = t.%1$s".formatted(GRAIN) : ""));
    }

    @Override
    public List<MartColumns.Column> columns(MartColumns mart) {
      return List.copyOf(mart.of(table).values());
    }
  }

  /** The different values of some columns, so that each shows once; always with the company. */
  record Distinct(DatasetSource rows, String use, List<String> shown) implements DatasetSource {
    public Distinct {
      shown = List.copyOf(shown);
    }

    @Override
    public String name() {
      return rows.name() + "_" + use.replace('-', '_');
    }

    @Override
    public Set<String> tables() {
      return rows.tables();
    }

    @Override
    public Optional<String> time() {
      return Optional.empty();
    }

    @Override
    public Optional<String> sql(MartColumns mart) {
      String columns = shown.stream().map(MetricSql::name).collect(Collectors.joining(", "));
      String from = rows.sql(mart).map(s -> "(" + s + ") each_row").orElse("mart." + rows.name());
      return Optional.of("SELECT DISTINCT " + columns + " FROM " + from);
    }

    @Override
    public List<MartColumns.Column> columns(MartColumns mart) {
      return rows.columns(mart).stream().filter(c -> shown.contains(c.name())).toList();
    }
  }

  /** A forecast with its bounds and what happened, one row per week and picked value. */
  record Band(Chart.Dimension pick, Metric middle, Metric low, Metric high, Metric actual)
      implements DatasetSource {
    static final String TIME = "period";
    static final List<String> FIGURES = List.of("forecast", "low", "high", "actual");
    private static final MartColumns.Column WEEK =
        new MartColumns.Column(
            TIME, "date", new Label("Week", "周"), new Label("First day of the week", "该周第一天"));
    private static final List<MartColumns.Column> SHOWN =
        List.of(
            figure("forecast", "Forecast", "预测"),
            figure("low", "Lower end", "下限"),
            figure("high", "Upper end", "上限"),
            figure("actual", "Actual", "实际"));

    @Override
    public String name() {
      return middle.source().table() + "_and_" + actual.source().table();
    }

    @Override
    public Set<String> tables() {
      return new TreeSet<>(List.of(middle.source().table(), actual.source().table()));
    }

    @Override
    public Optional<String> time() {
      return Optional.of(TIME);
    }

    @Override
    public Optional<String> sql(MartColumns mart) {
      String forecast =
          "SELECT %s, %s AS forecast, %s AS low, %s AS high, CAST(NULL AS numeric) AS actual\n%s"
              .formatted(
                  keys(middle),
                  MetricSql.plain(middle),
                  MetricSql.plain(low),
                  MetricSql.plain(high),
                  from(middle, mart));
      String happened =
          "SELECT %s, CAST(NULL AS numeric), CAST(NULL AS numeric), CAST(NULL AS numeric), %s\n%s"
              .formatted(keys(actual), MetricSql.plain(actual), from(actual, mart));
      return Optional.of(forecast + "\nUNION ALL\n" + happened);
    }

    @Override
    public List<MartColumns.Column> columns(MartColumns mart) {
      Map<String, MartColumns.Column> table = mart.of(middle.source().table());
      List<MartColumns.Column> columns = new ArrayList<>();
      columns.add(table.get("company"));
      columns.add(table.get(pick.column()));
      pick.name().ifPresent(n -> columns.add(table.get(n)));
      columns.add(WEEK);
      columns.addAll(SHOWN);
      return columns;
    }

    private static MartColumns.Column figure(String name, String en, String zh) {
      Label label = new Label(en, zh);
      return new MartColumns.Column(name, "numeric", label, label);
    }

    private String keys(Metric metric) {
      String time = metric.source().time().orElse(TIME);
      return "t.company, t.%s%s, t.%s AS %s"
          .formatted(
              MetricSql.name(pick.column()),
              pick.name().map(n -> ", MAX(t." + MetricSql.name(n) + ") AS " + n).orElse(""),
              MetricSql.name(time),
              TIME);
    }

    private String from(Metric metric, MartColumns mart) {
      Metric.Source source = metric.source();
      String table =
          source
              .latest()
              .flatMap(c -> new Latest(source.table(), c, Optional.empty()).sql(mart))
              .orElse("SELECT * FROM mart." + MetricSql.name(source.table()));
      return "FROM (%s) t\nGROUP BY t.company, t.%s, t.%s"
          .formatted(table, pick.column(), source.time().orElse(TIME));
    }
  }

  /** The rows a metric sums. */
  static DatasetSource of(Metric metric) {
    Metric.Source source = metric.source();
    return source
        .latest()
        .<DatasetSource>map(c -> new Latest(source.table(), c, source.time()))
        .orElseGet(() -> new Whole(source.table(), source.time()));
  }

  /** The rows a metric sums over something else than time; of a balance only the last ones. */
  static DatasetSource atEnd(Metric metric) {
    Metric.Source source = metric.source();
    boolean balance = metric.scale().additivity() == Metric.Additivity.NOT_OVER_TIME;
    return balance && source.time().isPresent()
        ? new Latest(source.table(), source.time().get(), source.time())
        : of(metric);
  }
}
