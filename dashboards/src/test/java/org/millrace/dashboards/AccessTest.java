package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.MartTables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who gets in, who sees what, and what other sites cannot do. Each table is asked for by a role
 * that reads it, by one that does so without costs and by one that does not, and each role asks for
 * a table of each domain; {@code -Dtest.jvm.flags=-Ddoors=all} has each role ask for each table.
 */
@Tag("slow")
class AccessTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CHOSEN = "?company=MERIDIAN&period=2011-08";
  private static final boolean IS_EACH_ASKED = System.getProperty("doors", "").equals("all");
  private static final Asking NOBODY = Asking.withToken("");

  @Test
  void sendsPagesToTheLoginAndAnswersDataWith401() {
    HttpResponse<String> page = NOBODY.get("/boards/sales?company=MERIDIAN");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/login?then=%2Fboards%2Fsales%3Fcompany%3DMERIDIAN");
    assertThat(NOBODY.get("/data/start").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesTokensThatTheCoreDoesNotKnow() {
    assertThat(Asking.as("admin").get("/data/start").statusCode()).isEqualTo(200);
    String unsigned =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes())
            + ".e30.";
    for (String bad : new String[] {unsigned, "a.b.c", "x"}) {
      assertThat(Asking.withToken(bad).get("/data/start").statusCode()).as(bad).isEqualTo(401);
    }
  }

  @Test
  void letsNobodyInWhomTheCoreNoLongerKnows() {
    String token = TestingCockpit.token("vera", "viewer");
    Asking vera = Asking.withToken(token);
    assertThat(vera.get("/data/start").statusCode()).isEqualTo(200);
    TestingCockpit.forget(token);
    await(Duration.ofSeconds(10), () -> vera.get("/data/start").statusCode() == 401);
  }

  @Test
  void endsTheSessionInTheCoreAtLogout() {
    String token = TestingCockpit.token("vera", "viewer");
    Asking vera = Asking.withToken(token);
    assertThat(vera.get("/data/start").statusCode()).isEqualTo(200);
    HttpResponse<String> out =
        vera.send(vera.request("/data/logout").POST(BodyPublishers.noBody()));
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(vera.get("/data/start").statusCode()).isEqualTo(401);
  }

  @Test
  void givesABrowserACookieThatScriptsAndOtherSitesCannotUse() {
    HttpResponse<String> login = login("admin", TestingCockpit.running().password());
    assertThat(login.statusCode()).isEqualTo(200);
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    HttpRequest.Builder foreign =
        NOBODY
            .request("/api/echo")
            .header("Cookie", pair)
            .header("Origin", "https://elsewhere.example")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(NOBODY.send(foreign).statusCode()).isEqualTo(403);
  }

  @Test
  void saysThatThePasswordIsWrong() {
    HttpResponse<String> login = login("admin", "wrong");
    assertThat(login.statusCode()).isEqualTo(401);
    assertThat(login.body()).contains("The user or the password is wrong");
  }

  @Test
  void passesCommandsOnToTheCoreWithTheUsersOwnToken() {
    HttpResponse<String> login = login("sales", TestingCockpit.running().password());
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    String pair = cookie.substring(0, cookie.indexOf(';'));
    HttpRequest.Builder command =
        NOBODY
            .request("/api/echo?a=b%20c")
            .header("Cookie", pair)
            .header("Origin", TestingCockpit.running().address().toString())
            .POST(BodyPublishers.ofString("{\"quantity\":3}"));
    HttpResponse<String> answer = NOBODY.send(command);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .startsWith("POST|a=b%20c|Bearer " + pair.substring(pair.indexOf('=') + 1))
        .endsWith("|{\"quantity\":3}");
  }

  @Test
  void answersEachTableRowFileAndFigureToItsReadersOnly() {
    MartTables tables = MartTables.read(Path.of("").toAbsolutePath().getParent());
    Set<String> told = new HashSet<>();
    for (String role : TestingRoles.names()) {
      Asking asking = Asking.as(role);
      Set<String> held = TestingRoles.of(role);
      tables
          .access()
          .forEach(
              (table, access) -> {
                boolean reads = held.contains(access.readers() + ".read");
                boolean tellsMore =
                    told.add(role + " reads " + access.readers())
                        | told.add(table + reads + (reads && held.contains("cost.read")));
                if (!tellsMore && !IS_EACH_ASKED) {
                  return;
                }
                HttpResponse<String> rows = asking.get("/data/rows" + CHOSEN + "&table=" + table);
                HttpResponse<String> csv =
                    asking.get("/data/rows.csv" + CHOSEN + "&table=" + table);
                int expected = reads ? 200 : 403;
                assertThat(List.of(rows.statusCode(), csv.statusCode()))
                    .as(role + " " + table)
                    .containsOnly(expected);
                for (String column : access.sensitive()) {
                  boolean sees = reads && held.contains("cost.read");
                  assertThat(columns(rows).contains(column))
                      .as(role + " " + table + "." + column)
                      .isEqualTo(sees);
                  assertThat(List.of(csv.body().lines().findFirst().orElse("").split(",")))
                      .satisfies(head -> assertThat(head.contains(column)).isEqualTo(sees));
                }
              });
    }
  }

  /** The columns of an answer, to which its cells belong; none where it is refused. */
  private static List<String> columns(HttpResponse<String> rows) {
    return JSON.readTree(rows.body())
        .path("columns")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void refusesFiguresAndFiltersOverWhatIsHidden() {
    for (String role : new String[] {"sales", "viewer"}) {
      Asking asking = Asking.as(role);
      for (String hidden :
          new String[] {
            "/data/rows" + CHOSEN + "&metric=ledger/cash",
            "/data/figures/ledger/cash" + CHOSEN,
            "/data/figures/sales/gross-profit" + CHOSEN,
            "/data/figures/stock/stock-value" + CHOSEN,
            "/data/rows" + CHOSEN + "&metric=sales/gross-profit",
          }) {
        HttpResponse<String> answer = asking.get(hidden);
        assertThat(answer.statusCode()).as(role + hidden).isEqualTo(403);
        assertThat(answer.body()).contains("is shown to who has the permission");
      }
      assertThat(
              asking
                  .get("/data/rows" + CHOSEN + "&table=sales_invoice&sort=cost_amount")
                  .statusCode())
          .isEqualTo(400);
      String board = asking.get("/data/boards/management" + CHOSEN).body();
      assertThat(board).contains("\"type\":\"withheld\"").contains("ledger.read");
    }
    assertThat(Asking.as("finance").get("/data/boards/management" + CHOSEN).body())
        .doesNotContain("withheld");
  }

  @Test
  void showsACompanyOnlyToThoseWhoHaveARoleThere() {
    Asking altberg = Asking.withToken(TestingCockpit.token("anna", "ALTBERG", "controller"));
    assertThat(altberg.json("/data/start").path("companies"))
        .extracting(c -> c.path("code").asString())
        .containsExactly("ALTBERG");
    for (String path :
        new String[] {
          "/data/boards/sales" + CHOSEN, "/data/rows" + CHOSEN + "&table=sales_invoice"
        }) {
      assertThat(altberg.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void everyReaderAndEveryCommandNamesAPermissionOfTheCore() {
    Path root = Path.of("").toAbsolutePath().getParent();
    MartTables tables = MartTables.read(root);
    Set<String> known = TestingRoles.permissions();
    assertThat(known).contains("cost.read");
    tables.access().values().forEach(a -> assertThat(known).contains(a.readers() + ".read"));
    for (Board board : Definitions.read(root.resolve("dashboards"), tables).boards()) {
      board.commands().forEach(c -> assertThat(known).contains(c.offer().permission()));
      for (Chart chart : board.layout().charts().values()) {
        if (chart instanceof Chart.Table table) {
          table.commands().forEach(c -> assertThat(known).contains(c.offer().permission()));
        }
      }
    }
  }

  @Test
  void keepsThePagesToThemselves() {
    HttpResponse<String> page = NOBODY.get("/login");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void treatsValuesFromTheAddressAsValuesOnly() {
    Asking admin = Asking.as("admin");
    String evil = "%27%3B%20drop%20table%20mart.sales_monthly%3B--";
    assertThat(admin.get("/data/boards/sales" + CHOSEN + "&country=" + evil).statusCode())
        .isEqualTo(200);
    assertThat(admin.get("/data/rows" + CHOSEN + "&table=publication").statusCode()).isEqualTo(400);
    assertThat(admin.get("/data/rows" + CHOSEN + "&table=sales_invoice&sort=1;x").statusCode())
        .isEqualTo(400);
    assertThat(admin.get("/data/start").statusCode()).isEqualTo(200);
  }

  @Test
  void answersHealthWithoutLogin() {
    assertThat(NOBODY.get("/health").body()).contains("\"status\":\"up\"", "\"part\":\"cockpit\"");
  }

  private static void await(Duration longest, BooleanSupplier holds) {
    long until = System.nanoTime() + longest.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within " + longest).isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private static HttpResponse<String> login(String user, String password) {
    return NOBODY.send(
        NOBODY
            .request("/data/login")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password))));
  }
}
