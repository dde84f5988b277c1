package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.superset.BoardsOfCheckout;
import tools.jackson.databind.JsonNode;

/**
 * A table, a metric and a board that were added as folders, and nothing else: they are checked,
 * named, searched, ordered, drilled into, exported and compiled for Superset.
 */
@Tag("slow")
class NothingElseIsEditedTest {
  private static final Asking ADMIN = Asking.as("admin");
  private static final String AUGUST = "?company=MERIDIAN&period=2011-08";
  private static final String VISITS =
      "select sum(visits) from mart.visit_monthly where month = '2011-08-01'";

  @Test
  void theBoardIsListedAndItsFigureIsThatOfTheTable() throws SQLException {
    assertThat(ADMIN.json("/data/start").path("boards").toString()).contains("上门服务");
    JsonNode charts = ADMIN.json("/data/boards/visits" + AUGUST).path("charts");

    assertThat(charts.path("visits").path("figure").path("value").asLong())
        .isEqualTo(number(VISITS))
        .isPositive();
    assertThat(charts.path("by-kind").path("bars")).hasSize(2);
  }

  @Test
  void theRowsBehindTheFigureAddUpToIt() throws SQLException {
    JsonNode rows = ADMIN.json("/data/rows" + AUGUST + "&metric=service/visits");
    assertThat(rows.path("amount").asLong()).isEqualTo(number(VISITS));
  }

  @Test
  void itsNamesAndWordsAreServed() {
    JsonNode table = ADMIN.json("/data/catalog").path("tables").path(AddedTable.TABLE);
    assertThat(table.path("label").path("zh").asString()).isEqualTo("月度上门服务");
    JsonNode kind = table.path("columns").path("kind");
    assertThat(kind.path("words").path("call_out").path("zh").asString()).isEqualTo("紧急上门");
  }

  @Test
  void itsRowsAreSearchedOrderedAndExportedAsItSays() {
    String rows = "/data/rows?company=MERIDIAN&period=all&table=visit_monthly";
    JsonNode found = ADMIN.json(rows + "&search=call_out");
    assertThat(found.path("total").asInt()).isEqualTo(12);
    assertThat(found.path("rows").get(0).toString()).contains("2011-08-01");
    String csv = rows.replace("/data/rows", "/data/rows.csv") + "&lang=zh";
    assertThat(ADMIN.get(csv).body()).startsWith("\ufeff公司,月份,货币,上门类型,上门次数,成本");
  }

  @Test
  void supersetGetsItsDatasetWithLabelsAndMeanings() {
    Path root = TestingCockpit.running().root();
    assertThat(BoardsOfCheckout.bundle(root, Language.ZH).assets())
        .filteredOn(asset -> asset.content().containsValue(AddedTable.TABLE))
        .singleElement()
        .satisfies(
            dataset ->
                assertThat(dataset.content().get("columns").toString())
                    .contains("verbose_name=上门类型", "description=上门的原因"));
  }

  private static long number(String sql) throws SQLException {
    try (var connection = TestingCockpit.running().mart().open();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
