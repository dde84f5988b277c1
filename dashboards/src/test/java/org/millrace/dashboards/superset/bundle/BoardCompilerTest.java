package org.millrace.dashboards.superset.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.superset.BoardsOfCheckout;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;

/** What the boards of this checkout become. */
class BoardCompilerTest {
  private final Bundle bundle = BoardsOfCheckout.bundle(Path.of(".."), Language.EN);

  @Test
  void givesTheSameBytesEachTime() {
    assertThat(BoardsOfCheckout.bundle(Path.of(".."), Language.EN).zip()).isEqualTo(bundle.zip());
  }

  @Test
  void makesADashboardOfEachBoardUnderItsOwnAddress() {
    assertThat(slugs())
        .contains("millrace-management", "millrace-sales", "millrace-planning", "millrace-supply");
  }

  @Test
  void isClosed() {
    Set<String> known =
        bundle.assets().stream().map(a -> a.id().uuid().toString()).collect(Collectors.toSet());
    for (Asset asset : bundle.assets()) {
      Map<String, Object> content = asset.content();
      for (String key : List.of("database_uuid", "dataset_uuid")) {
        if (content.containsKey(key)) {
          assertThat(known).as(asset.id() + " " + key).contains(Json.text(content, key));
        }
      }
      Map<String, Object> metadata = Json.object(content, "metadata");
      for (Map<String, Object> filter : Json.objects(metadata, "native_filter_configuration")) {
        Json.objects(filter, "targets").stream()
            .filter(t -> t.containsKey("datasetUuid"))
            .forEach(t -> assertThat(known).contains(Json.text(t, "datasetUuid")));
      }
    }
  }

  @Test
  void writesAQueryForEachChart() {
    for (Asset chart : bundle.of(Kind.CHART)) {
      Map<String, Object> query = Json.object(Json.text(chart.content(), "query_context"));
      assertThat(Json.objects(query, "queries")).as(chart.id().toString()).hasSize(1);
    }
  }

  @Test
  void neverPutsAPasswordIntoTheBundle() {
    assertThat(bundle.assets()).noneMatch(a -> a.text().contains(BoardsOfCheckout.PASSWORD));
    assertThat(bundle.passwords()).containsValue(BoardsOfCheckout.PASSWORD);
  }

  @Test
  void tellsForWhomEachDatasetIsAndShutsTheSqlLab() {
    assertThat(description("trial_balance")).contains("For holders of ledger.read only");
    assertThat(description("sales_monthly")).contains("For holders of cost.read, sales.read only");
    assertThat(bundle.of(Kind.DATASET))
        .allSatisfy(
            d -> assertThat(Json.text(d.content(), "description")).containsPattern("\\.read only"));
    assertThat(bundle.of(Kind.DATABASE))
        .allSatisfy(d -> assertThat(d.content()).containsEntry("expose_in_sqllab", false));
  }

  /** What a dataset tells of itself. */
  private String description(String name) {
    return bundle.of(Kind.DATASET).stream()
        .filter(d -> d.title().equals(name))
        .map(d -> Json.text(d.content(), "description"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dividesSumsInARatioAndNeverMixesCompaniesOrCurrencies() {
    assertThat(expression("sales_monthly", "sales/margin-rate"))
        .isEqualTo(
            "CASE WHEN MIN(company) = MAX(company) AND MIN(currency) = MAX(currency) THEN "
                + "(COALESCE(SUM(net_revenue), 0) - COALESCE(SUM(cost_amount), 0)) * 1.0"
                + " / NULLIF(SUM(net_revenue), 0) END");
  }

  @Test
  void countsOnlyTheRowsThatTheMetricNames() {
    assertThat(expression("trial_balance", "ledger/cash"))
        .contains("SUM(CASE WHEN account IN ('1000') THEN closing END)");
  }

  @Test
  void keepsTheFilterOfThePickedItemOffChartsThatDoNotFollowIt() {
    Asset planning =
        bundle.of(Kind.DASHBOARD).stream()
            .filter(d -> Json.text(d.content(), "slug").equals("millrace-planning"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> pick =
        Json.objects(Json.object(planning.content(), "metadata"), "native_filter_configuration")
            .stream()
            .filter(f -> Json.text(f, "id").equals("NATIVE_FILTER-item"))
            .findFirst()
            .orElseThrow();
    int charts = planning.text().split("\"type\":\"CHART\"", -1).length - 1;
    assertThat((List<?>) Json.object(pick, "scope").get("excluded")).hasSize(charts - 3);
  }

  @Test
  void changesOnlyWordsWithTheLanguage() {
    Bundle chinese = BoardsOfCheckout.bundle(Path.of(".."), Language.ZH);
    assertThat(chinese.assets().stream().map(Asset::id).toList())
        .isEqualTo(bundle.assets().stream().map(Asset::id).toList());
    Set<String> titles = new HashSet<>();
    chinese.of(Kind.DASHBOARD).forEach(d -> titles.add(d.title()));
    assertThat(titles).contains("经营总览", "销售");
  }

  private Set<String> slugs() {
    return bundle.of(Kind.DASHBOARD).stream()
        .map(d -> Json.text(d.content(), "slug"))
        .collect(Collectors.toSet());
  }

  private String expression(String dataset, String metric) {
    Asset asset =
        bundle.of(Kind.DATASET).stream()
            .filter(d -> d.title().equals(dataset))
            .findFirst()
            .orElseThrow();
    return Json.objects(asset.content(), "metrics").stream()
        .filter(m -> Json.text(m, "metric_name").equals(metric))
        .map(m -> Json.text(m, "expression"))
        .findFirst()
        .orElseThrow();
  }
}
