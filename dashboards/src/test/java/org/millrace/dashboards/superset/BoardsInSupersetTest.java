package org.millrace.dashboards.superset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.query.Period;
import org.millrace.dashboards.query.Query;
import org.millrace.dashboards.query.Slice;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.server.Kind;

/** Every chart of every board in a real Superset shows the figure of the marts. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardsInSupersetTest {
  private static final Path ROOT = Path.of("..");

  /** Superset sends figures as floating point numbers: about 15 digits survive. */
  private static final int DIGITS = 12;

  private TestingMarts marts;
  private Bundle bundle;
  private Definitions definitions;
  private Expected expected;
  private Question question;

  @BeforeAll
  void publish() throws IOException {
    TestingSuperset superset = TestingSuperset.running();
    marts = TestingMarts.running();
    PublishSettings settings =
        new PublishSettings(
            superset.address(),
            superset.login(),
            marts.database(),
            ROOT,
            Language.EN,
            PublishSettings.Mode.PUBLISH);
    assertThat(PublishBoards.publish(settings).failures()).isEmpty();
    bundle = PublishBoards.bundle(settings);
    MartTables tables = MartTables.read(ROOT);
    definitions = Definitions.read(ROOT.resolve("dashboards"), tables);
    expected = new Expected(marts, definitions, tables);
    question = new Question(superset.server());
  }

  @Test
  void everyLargeNumberIsThatOfTheMarts() {
    forEachChart(
        Chart.Kpi.class,
        (asset, kpi, slice, rows) -> {
          Metric metric = definitions.metric(kpi.metric());
          Object shown =
              rows.isEmpty() ? null : rows.get(rows.size() - 1).get(metric.id().toString());
          assertThat(rounded(shown))
              .as(asset.id() + " " + slice)
              .isEqualTo(rounded(expected.total(metric.id(), slice)));
        });
  }

  @Test
  void everyLineHasThePointsOfTheMarts() {
    forEachChart(
        Chart.Line.class,
        (asset, line, slice, rows) -> {
          String time = definitions.metric(line.metrics().get(0)).source().time().orElseThrow();
          assertThat(points(rows, time))
              .as(asset.id() + " " + slice)
              .isEqualTo(rounded(expected.series(line.metrics(), slice, line.by())));
        });
  }

  @Test
  void everyBarIsThatOfTheMarts() {
    forEachChart(
        Chart.Bar.class,
        (asset, bar, slice, rows) -> {
          Map<String, String> shown = new TreeMap<>();
          for (Map<String, Object> row : rows) {
            String by = bar.by().column() + (bar.by().name().isPresent() ? "_with_name" : "");
            shown.put(rounded(row.get(by)), rounded(row.get(bar.metric().toString())));
          }
          assertThat(shown)
              .as(asset.id() + " " + slice)
              .isEqualTo(rounded(expected.bars(bar, slice)));
        });
  }

  @Test
  void everyTableShowsRowsOfTheMarts() {
    forEachChart(
        Chart.Table.class,
        (asset, table, slice, rows) -> {
          if (slice.period().isPresent()) {
            return;
          }
          List<Map<String, String>> all =
              expected.rows(table, slice).stream().map(this::row).toList();
          List<Map<String, String>> shown = new ArrayList<>();
          rows.forEach(r -> shown.add(row(r)));
          assertThat(shown)
              .as(asset.id() + " " + slice)
              .hasSize(Math.min(all.size(), table.limit()))
              .isSubsetOf(all);
        });
  }

  @Test
  void everyForecastOfAnItemIsThatOfTheMarts() {
    forEachChart(
        Chart.Band.class,
        (asset, band, slice, unpicked) -> {
          String column = band.pick().column();
          Metric middle = definitions.metric(band.bounds().middle());
          Query items =
              new Query(
                  "select %1$s from mart.%2$s where company = ? group by 1 order by 1 limit 3"
                      .formatted(column, middle.source().table()),
                  List.of(slice.company()));
          List<Slice> picks =
              marts.rows(items).stream().map(i -> slice.with(column, i.get(column))).toList();
          List<MetricId> metrics =
              List.of(
                  band.bounds().middle(), band.bounds().low(), band.bounds().high(), band.actual());
          List<List<Map<String, Object>>> shown = question.rows(asset, picks);
          for (int i = 0; i < picks.size(); i++) {
            assertThat(points(shown.get(i), "period"))
                .as(asset.id() + " " + picks.get(i))
                .isEqualTo(rounded(expected.series(metrics, picks.get(i), Chart.Grain.NATIVE)));
          }
        });
  }

  @Test
  void noFigureMixesCompanies() {
    Asset revenue =
        bundle.of(Kind.CHART).stream()
            .filter(c -> c.id().path().equals("boards/sales/sales/charts/revenue"))
            .findFirst()
            .orElseThrow();
    List<String> companies = slices().stream().map(Slice::company).distinct().toList();
    assertThat(companies).as("companies in the marts").hasSizeGreaterThan(1);
    assertThat(question.unfiltered(revenue).get(0).get("sales/net-revenue")).isNull();
  }

  private interface Check<C> {
    void of(Asset asset, C chart, Slice slice, List<Map<String, Object>> rows);
  }

  private <C extends Chart> void forEachChart(Class<C> type, Check<C> check) {
    int charts = 0;
    List<Slice> slices = slices();
    for (Board board : definitions.boards()) {
      for (Chart chart : board.layout().charts().values()) {
        if (type.isInstance(chart)) {
          charts++;
          String path = "boards/" + board.id() + "/charts/" + chart.head().id();
          Asset asset =
              bundle.of(Kind.CHART).stream()
                  .filter(a -> a.id().path().equals(path))
                  .findFirst()
                  .orElseThrow();
          List<List<Map<String, Object>>> rows = question.rows(asset, slices);
          for (int i = 0; i < slices.size(); i++) {
            check.of(asset, type.cast(chart), slices.get(i), rows.get(i));
          }
        }
      }
    }
    assertThat(charts).as("charts of type " + type.getSimpleName()).isPositive();
  }

  /** Each company in its currency: all time, and three months in the middle. */
  private List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    String sql =
        """
        select company, currency, to_char(max(month) - interval '5 months', 'YYYY-MM') as first,
          to_char(max(month) - interval '3 months', 'YYYY-MM') as last
        from mart.sales_monthly group by 1, 2 order by 1, 2""";
    for (Map<String, String> row : marts.rows(new Query(sql, List.of()))) {
      Slice all = Slice.of(row.get("company"), row.get("currency"));
      slices.add(all);
      slices.add(all.in(Period.of(row.get("first") + ".." + row.get("last"))));
    }
    assertThat(slices).isNotEmpty();
    return slices;
  }

  private static Map<String, String> points(List<Map<String, Object>> rows, String time) {
    Map<String, String> points = new TreeMap<>();
    for (Map<String, Object> row : rows) {
      long millis = new BigDecimal(row.get(time).toString()).longValue();
      String day = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate().toString();
      row.forEach(
          (key, value) -> {
            if (!key.equals(time) && value != null) {
              points.put(key + " " + day, rounded(value));
            }
          });
    }
    return points;
  }

  private Map<String, String> row(Map<String, ?> row) {
    Map<String, String> values = new TreeMap<>();
    row.forEach(
        (key, value) -> {
          if (value != null) {
            values.put(key, rounded(value));
          }
        });
    return values;
  }

  private static Map<String, String> rounded(Map<String, String> values) {
    Map<String, String> all = new TreeMap<>();
    values.forEach(
        (k, v) -> Optional.ofNullable(v).ifPresent(x -> all.put(rounded(k), rounded(x))));
    return all;
  }

  /** A number to the digits that survive; other text as it is. */
  private static String rounded(Object value) {
    if (value == null || !value.toString().matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      return String.valueOf(value);
    }
    BigDecimal number = new BigDecimal(value.toString());
    int places = DIGITS - number.precision() + number.scale();
    return number
        .setScale(Math.min(places, 9), RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
