package org.millrace.dashboards.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
  private static final Path SHIPPED = Path.of("").toAbsolutePath();
  private static final String REVENUE =
      """
      name: {en: Revenue, zh: 收入}
      description: {en: What we sold., zh: 销售额。}
      table: sales_monthly
      time: month
      sum: [net_revenue]
      unit: money
      additivity: all
      example: {given: {net_revenue: 10.00}, value: 10.00}
      drill: {table: sales_invoice, time: month, amount: [net_amount]}
      """;
  private static final String KPI =
      """
      title: {en: Revenue, zh: 收入}
      type: kpi
      metric: sales/revenue
      """;
  private static final String BOARD =
      """
      title: {en: Sales, zh: 销售}
      purpose: {en: Why., zh: 为何。}
      filters: [period]
      rows:
        - [{chart: revenue, width: 6}]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeOneOfEach() throws IOException {
    write("metrics/sales/revenue.yaml", REVENUE);
    write("boards/sales/sales/board.yaml", BOARD);
    write("boards/sales/sales/README.md", "# Sales\n");
    write("boards/sales/sales/charts/revenue.yaml", KPI);
  }

  @Test
  void readsEveryBoardAndMetricThatIsShipped() throws IOException {
    Definitions read = Definitions.read(SHIPPED, MartTables.read(SHIPPED.getParent()));
    assertThat(read.boards())
        .extracting(b -> b.id().toString())
        .containsExactlyInAnyOrderElementsOf(foldersWith("board.yaml"))
        .startsWith("ledger/management");
    assertThat(read.metrics()).containsKey(MetricId.of("sales/net-revenue"));
  }

  @Test
  void readsAChartOfABoard() {
    Definitions read = Definitions.read(folder, GoldTables.all());
    assertThat(read.board("sales").orElseThrow().chart("revenue"))
        .isInstanceOfSatisfying(
            Chart.Kpi.class, k -> assertThat(k.metric()).hasToString("sales/revenue"));
  }

  @Test
  void readsWhyAChartMayBeEmptyInBothLanguages() throws IOException {
    write("boards/sales/sales/charts/revenue.yaml", KPI + "empty: {en: Not yet., zh: 尚无。}\n");
    Definitions read = Definitions.read(folder, GoldTables.all());
    assertThat(read.board("sales").orElseThrow().chart("revenue").head().empty())
        .contains(new Label("Not yet.", "尚无。"));
    write("boards/sales/sales/charts/revenue.yaml", KPI + "empty: {en: Not yet.}\n");
    refused("revenue.yaml:4: the key 'zh' is missing");
  }

  @Test
  void refusesAnUnknownKeyWithFileAndLine() throws IOException {
    write("metrics/sales/revenue.yaml", REVENUE + "colour: red\n");
    refused("revenue.yaml:10: unknown key 'colour'");
  }

  @Test
  void refusesAColumnThatTheTableLacks() throws IOException {
    write("metrics/sales/revenue.yaml", REVENUE.replace("[net_revenue]", "[turnover]"));
    refused("revenue.yaml:5: table sales_monthly has no column 'turnover'");
  }

  @Test
  void refusesARatioThatClaimsToBeAddable() throws IOException {
    write(
        "metrics/sales/revenue.yaml",
        REVENUE.replace(
            "sum: [net_revenue]", "numerator: [net_revenue]\ndenominator: [net_revenue]"));
    refused("a ratio cannot be added up; say additivity: none");
  }

  @Test
  void refusesAnExampleThatTheFormulaDoesNotGive() throws IOException {
    write("metrics/sales/revenue.yaml", REVENUE.replace("value: 10.00", "value: 11.00"));
    refused("the example says 11.00, the formula gives 10.00");
  }

  @Test
  void refusesAChartOfAMetricThatIsNotThere() throws IOException {
    write("boards/sales/sales/charts/revenue.yaml", KPI.replace("sales/revenue", "sales/nothing"));
    refused("revenue.yaml:3: no metric 'sales/nothing'");
  }

  @Test
  void refusesAChartTypeOutsideTheClosedSet() throws IOException {
    write("boards/sales/sales/charts/revenue.yaml", KPI.replace("kpi", "gauge"));
    refused("type is one of [kpi, line, bar, table, band], not 'gauge'");
  }

  @Test
  void refusesABoardWithoutItsReadme() throws IOException {
    Files.delete(folder.resolve("boards/sales/sales/README.md"));
    refused("README.md:1: missing; it names the decision and the owner");
  }

  @Test
  void refusesALabelWithoutItsChineseText() throws IOException {
    write("boards/sales/sales/charts/revenue.yaml", KPI.replace(", zh: 收入", ""));
    refused("revenue.yaml:1: the key 'zh' is missing");
  }

  @Test
  void refusesARowWiderThanTwelveColumnsAndChartsNobodyShows() throws IOException {
    write("boards/sales/sales/charts/orders.yaml", KPI);
    write(
        "boards/sales/sales/board.yaml",
        BOARD.replace("width: 6}", "width: 7}, {chart: revenue, width: 6}"));
    refused("a row is 13 columns wide");
    refused("no row shows the charts [orders]");
  }

  @Test
  void aChartThatBringsItsWidthStandsAtTheEnd() throws IOException {
    write("boards/sales/sales/charts/orders.yaml", KPI + "width: 8\n");
    write("boards/sales/sales/charts/returns.yaml", KPI + "width: 4\n");
    write("boards/sales/sales/charts/visits.yaml", KPI + "width: 6\n");
    Board board = Definitions.read(folder, GoldTables.all()).boards().get(0);
    List<List<Board.Tile>> rows = board.layout().rows();
    assertThat(rows.subList(rows.size() - 2, rows.size()))
        .containsExactly(
            List.of(new Board.Tile("orders", 8), new Board.Tile("returns", 4)),
            List.of(new Board.Tile("visits", 6)));
  }

  @Test
  void reportsProblemsOfAllFilesTogether() throws IOException {
    write("metrics/sales/revenue.yaml", REVENUE + "colour: red\n");
    write("boards/sales/sales/charts/revenue.yaml", KPI + "size: big\n");
    assertThatThrownBy(() -> Definitions.read(folder, GoldTables.all()))
        .isInstanceOfSatisfying(
            DefinitionsRefused.class, refused -> assertThat(refused.problems()).hasSize(2));
  }

  @Test
  void refusesAFileThatIsNoYaml() throws IOException {
    write("metrics/sales/revenue.yaml", "name: [unclosed\n");
    refused("not readable as YAML");
  }

  private static List<String> foldersWith(String file) throws IOException {
    Path boards = SHIPPED.resolve("boards");
    try (Stream<Path> files = Files.walk(boards, 3)) {
      return files
          .filter(found -> found.endsWith(file))
          .map(found -> boards.relativize(found.getParent()).toString())
          .toList();
    }
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Definitions.read(folder, GoldTables.all()))
        .isInstanceOf(DefinitionsRefused.class)
        .hasMessageContaining(message);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
