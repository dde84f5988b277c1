package org.millrace.dashboards.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.superset.bundle.Asset;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.bundle.MartDatabase;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;
import org.millrace.dashboards.superset.server.Login;
import org.millrace.dashboards.superset.server.SupersetRefused;
import org.millrace.dashboards.superset.server.SupersetServer;
import org.springframework.util.FileSystemUtils;

/**
 * Publishing into a real Superset: again, after a change, after a removal, and refused. The
 * checkout has one board of four charts here; BoardsInSupersetTest publishes all of them.
 */
@Tag("slow")
class PublishBoardsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String BOARD = "dashboards/boards/sales/sales";
  private static final Set<String> CHARTS =
      Set.of(
          "revenue.yaml",
          "return-rate.yaml",
          "return-rate-by-month.yaml",
          "revenue-by-country.yaml");

  private final TestingSuperset superset = TestingSuperset.running();
  private final SupersetServer server = superset.server();
  @TempDir private Path checkout;
  @TempDir private Path copy;

  private void publishTheBoard() throws IOException {
    copyTo(checkout);
    PublishBoards.publish(settings(checkout, PublishSettings.Mode.PRUNE));
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    publishTheBoard();
    Map<String, String> before = changeTimes();
    PublishReport again = PublishBoards.publish(settings(checkout, PublishSettings.Mode.PUBLISH));
    assertThat(again.text()).contains("changes: 0");
    assertThat(again.changed()).isZero();
    assertThat(again.leftovers()).isEmpty();
    assertThat(again.failures()).isEmpty();
    assertThat(changeTimes()).isEqualTo(before);
  }

  @Test
  void updatesExactlyTheChartWhoseFileChanged() throws IOException {
    publishTheBoard();
    copyTo(copy);
    replace("boards/sales/sales/charts/revenue-by-country.yaml", "limit: 10", "limit: 3");
    PublishReport planned = PublishBoards.publish(settings(copy, PublishSettings.Mode.DRY_RUN));
    PublishReport report = PublishBoards.publish(settings(copy, PublishSettings.Mode.PUBLISH));
    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.changes())
        .filteredOn(Change::isChange)
        .hasToString(
            "[update chart boards/sales/sales/charts/revenue-by-country (params, query_context)]");
    assertThat(planned.changes()).isEqualTo(report.changes());
    assertThat(PublishBoards.publish(settings(copy, PublishSettings.Mode.PUBLISH)).changed())
        .isZero();
  }

  @Test
  void prunesAChartThatNoBoardShowsAnyMore() throws IOException {
    publishTheBoard();
    copyTo(copy);
    Files.delete(copy.resolve("dashboards/boards/sales/sales/charts/return-rate.yaml"));
    replace("boards/sales/sales/board.yaml", ", {chart: return-rate, width: 3}", "");
    PublishReport report = PublishBoards.publish(settings(copy, PublishSettings.Mode.PUBLISH));
    assertThat(report.leftovers()).hasSize(1);
    assertThat(report.leftovers().get(0).path()).isEqualTo("boards/sales/sales/charts/return-rate");
    assertThat(report.text()).contains("left over: chart boards/sales/sales/charts/return-rate");
    PublishReport pruned = PublishBoards.publish(settings(copy, PublishSettings.Mode.PRUNE));
    assertThat(pruned.changed()).isZero();
    assertThat(server.list(Kind.CHART))
        .noneMatch(c -> Json.text(c, "certification_details").endsWith("charts/return-rate"));
    assertThat(
            PublishBoards.publish(settings(checkout, PublishSettings.Mode.PUBLISH))
                .counts(Kind.CHART))
        .startsWith(1L, 0L);
  }

  @Test
  void publishesInChineseOverTheSameObjects() throws IOException {
    publishTheBoard();
    PublishSettings english = settings(checkout, PublishSettings.Mode.PUBLISH);
    PublishSettings chinese =
        new PublishSettings(
            english.address(),
            english.login(),
            english.database(),
            checkout,
            Language.ZH,
            PublishSettings.Mode.PUBLISH);
    PublishReport report = PublishBoards.publish(chinese);
    assertThat(report.counts(Kind.DASHBOARD).get(0)).isZero();
    assertThat(report.failures()).isEmpty();
    assertThat(server.list(Kind.DASHBOARD, "slug", "millrace-sales").get(0))
        .containsEntry("dashboard_title", "销售");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    SupersetServer other =
        new SupersetServer(superset.address(), new Login(superset.login().user(), "wrong"));
    assertThatThrownBy(other::login)
        .isInstanceOf(SupersetRefused.class)
        .hasMessageContaining(superset.address().toString())
        .hasMessageContaining("wrong user or password")
        .hasMessageContaining("--password-file");
  }

  @Test
  void saysThatTheMartDatabaseCannotBeRead() throws IOException {
    publishTheBoard();
    PublishSettings right = settings(checkout, PublishSettings.Mode.PUBLISH);
    PublishSettings wrong =
        new PublishSettings(
            right.address(),
            right.login(),
            new MartDatabase("postgresql://reader@127.0.0.1:9/nowhere", "x"),
            checkout,
            Language.EN,
            PublishSettings.Mode.PUBLISH);
    assertThatThrownBy(() -> PublishBoards.publish(wrong))
        .isInstanceOf(SupersetRefused.class)
        .hasMessageContaining("postgresql://reader@127.0.0.1:9/nowhere")
        .hasMessageContaining("--database-url");
    PublishReport mended = PublishBoards.publish(right);
    assertThat(mended.failures()).isEmpty();
    assertThat(mended.counts(Kind.DATABASE)).isEqualTo(List.of(0L, 1L, 0L));
  }

  @Test
  void changesNothingWhereSomebodyElseHasTheAddressOfABoard() throws IOException {
    copyTo(checkout);
    Path none = withoutBoards();
    PublishBoards.publish(settings(none, PublishSettings.Mode.PRUNE));
    assertThat(server.list(Kind.DASHBOARD, "slug", "millrace-sales")).isEmpty();
    Bundle ours = PublishBoards.bundle(settings(checkout, PublishSettings.Mode.PUBLISH));
    Asset sales =
        ours.of(Kind.DASHBOARD).stream()
            .filter(d -> Json.text(d.content(), "slug").equals("millrace-sales"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> content = new LinkedHashMap<>(sales.content());
    content.put("uuid", "00000000-0000-4000-8000-000000000001");
    content.put("certified_by", "");
    content.put("position", Map.of("DASHBOARD_VERSION_KEY", "v2"));
    content.put("metadata", Map.of());
    server.importBundle(
        ours.only(List.of(new Asset(sales.id(), "Sales", content))).zip(), Map.of());
    try {
      assertThatThrownBy(
              () -> PublishBoards.publish(settings(checkout, PublishSettings.Mode.PUBLISH)))
          .isInstanceOf(SupersetRefused.class)
          .hasMessageContaining("Nothing was published")
          .hasMessageContaining("'millrace-sales' and was not made by Millrace");
      assertThat(server.list(Kind.CHART))
          .noneMatch(c -> Json.text(c, "certified_by").equals(Asset.OWNER));
    } finally {
      Map<String, Object> other = server.list(Kind.DASHBOARD, "slug", "millrace-sales").get(0);
      server.delete(Kind.DASHBOARD, ServerState.number(other));
    }
  }

  @Test
  void saysThatTheAddressIsNoSuperset() {
    URI nowhere = superset.address().resolve("/static/");
    assertThatThrownBy(() -> new SupersetServer(nowhere, superset.login()).login())
        .isInstanceOf(SupersetRefused.class)
        .hasMessageContaining("No Superset answers at " + nowhere);
  }

  private PublishSettings settings(Path root, PublishSettings.Mode mode) throws IOException {
    return new PublishSettings(
        superset.address(),
        superset.login(),
        TestingMarts.running().database(),
        root,
        Language.EN,
        mode);
  }

  private Map<String, String> changeTimes() {
    Map<String, String> times = new TreeMap<>();
    for (Kind kind : List.of(Kind.CHART, Kind.DASHBOARD)) {
      server
          .list(kind)
          .forEach(o -> times.put(kind + Json.text(o, "id"), Json.text(o, "changed_on_utc")));
    }
    assertThat(times).isNotEmpty().allSatisfy((k, v) -> assertThat(v).isNotEmpty());
    return times;
  }

  private Path withoutBoards() throws IOException {
    copyTo(copy);
    FileSystemUtils.deleteRecursively(copy.resolve(BOARD));
    return copy;
  }

  /** A checkout with the named charts of one board; the tables are those of this one. */
  private static void copyTo(Path folder) throws IOException {
    OneBoard.copy(ROOT, BOARD, folder);
    Path board = folder.resolve(BOARD);
    try (Stream<Path> charts = Files.list(board.resolve("charts"))) {
      for (Path chart : charts.filter(c -> !CHARTS.contains(c.getFileName().toString())).toList()) {
        Files.delete(chart);
      }
    }
    Path layout = board.resolve("board.yaml");
    String rows =
        """
        rows:
          - [{chart: revenue, width: 6}, {chart: return-rate, width: 3}]
          - [{chart: revenue-by-country, width: 6}, {chart: return-rate-by-month, width: 6}]
        """;
    Files.writeString(layout, Files.readString(layout).replaceAll("(?s)rows:.*", rows));
  }

  private void replace(String file, String text, String other) throws IOException {
    Path path = copy.resolve("dashboards").resolve(file);
    String old = Files.readString(path);
    assertThat(old).contains(text);
    Files.writeString(path, old.replace(text, other));
  }
}
