package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.RawHttp;
import org.millrace.TestingCore;
import org.millrace.access.password.LoginAttempts;
import org.millrace.access.role.Roles;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

class AccessTest {
  private static final String PASSWORD = "long-enough-for-a-test";
  private final TestingCore core = TestingCore.running();

  @Test
  void refusesAWrongPasswordAndAnUnknownUserAlike() {
    HttpAnswer wrong = login("admin", "not the password");
    HttpAnswer unknown = login("nobody", "not the password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().get("detail").asString())
        .as("strangers learn nothing about where passwords lie")
        .isEqualTo("The user or the password is wrong.");
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void refusesATokenOfSomebodyElse() {
    HttpAnswer answer =
        core.send(
            "GET",
            "/api/companies",
            "",
            Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void letsEachRoleDoItsWorkOnly() {
    String company = "/api/companies/" + core.newCompany();
    String item = "{\"code\": \"%s\", \"name\": \"Wheel\"}";
    assertThat(core.as("viewer").get(company + "/items").status()).isEqualTo(200);
    assertThat(core.as("viewer").post(company + "/items", item).status()).isEqualTo(403);
    assertThat(core.as("planner").post(company + "/items", item.formatted("P")).status())
        .isEqualTo(201);
    assertThat(core.as("sales").post(company + "/stock/movements", "{}").status()).isEqualTo(403);
    assertThat(core.as("finance").post(company + "/sales/orders", "{}").status()).isEqualTo(403);
    assertThat(core.as("sales").post(company + "/ledger/entries", "{}").status()).isEqualTo(403);
    assertThat(core.as("sales").get(company + "/ledger/accounts").status()).isEqualTo(403);
    assertThat(core.as("finance").get(company + "/ledger/accounts").status()).isEqualTo(200);
    assertThat(core.as("finance").get("/api/users").status()).isEqualTo(403);
    assertThat(core.as("sales").post("/api/companies", "{}").status()).isEqualTo(403);
  }

  @Test
  void changesRolesAndPasswordsOnTheVersionTheyWereDecidedOn() {
    String user = "/api/users/berta";
    core.post("/api/users", newUser("berta")).expecting(201);
    assertThat(core.post("/api/users", newUser("berta")).status()).isEqualTo(409);
    String change = "{\"roles\": [\"viewer\"], \"active\": false}";
    assertThat(core.send("PUT", user, change, Map.of()).status()).isEqualTo(428);
    assertThat(login("berta", PASSWORD).status()).isEqualTo(200);
    assertThat(core.send("PUT", user, change, Map.of("If-Match", "\"1\"")).status()).isEqualTo(200);
    HttpAnswer stale = core.send("PUT", user, change, Map.of("If-Match", "\"1\""));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().get("detail").asString())
        .isEqualTo(
            "User berta has version 2, the change was decided on version 1. Read it again and"
                + " repeat the change.");
    assertThat(login("berta", PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void endsTheTokenOfAUserWhoWasChanged() {
    core.post("/api/users", newUser("dora")).expecting(201);
    String token = login("dora", PASSWORD).json().get("token").asString();
    Map<String, String> dora = Map.of("Authorization", "Bearer " + token);
    assertThat(core.send("GET", "/api/companies", "", dora).status()).isEqualTo(200);

    String change = "{\"roles\": [\"sales\"], \"active\": false}";
    core.send("PUT", "/api/users/dora", change, Map.of("If-Match", "\"1\"")).expecting(200);

    HttpAnswer answer = core.send("GET", "/api/companies", "", dora);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().get("detail").asString()).contains("its user was changed");
  }

  @Test
  void closesTheLoginOfANameForAWhileAfterWrongPasswords() {
    core.post("/api/users", newUser("emil")).expecting(201);
    for (int i = 0; i < LoginAttempts.FREE; i++) {
      assertThat(login("emil", "wrong " + i).status()).isEqualTo(401);
    }
    HttpAnswer closed = login("emil", PASSWORD);
    assertThat(closed.status()).isEqualTo(429);
    assertThat(closed.header("Retry-After")).isNotEmpty();
    assertThat(login("admin", "not the password").status()).as("others").isEqualTo(401);
  }

  @Test
  void looksAtFiveGuessesOfAnAddressHoweverManyComeAtOnce() {
    core.post("/api/users", newUser("frieda")).expecting(201);
    List<Integer> answers =
        Stream.generate(() -> "frieda")
            .limit(12)
            .map(n -> CompletableFuture.supplyAsync(() -> loginFrom("203.0.113.7", n, "wrong")))
            .toList()
            .stream()
            .map(answer -> answer.join().status())
            .toList();
    assertThat(answers).containsOnly(401, 429);
    assertThat(answers.stream().filter(s -> s == 401).count()).isLessThanOrEqualTo(5);
    assertThat(loginFrom("203.0.113.8", "frieda", PASSWORD).status())
        .as("from elsewhere")
        .isEqualTo(200);
  }

  @Test
  void keepsNoServiceOutHoweverOftenItsNameIsGuessed() {
    for (int i = 0; i < 2 * LoginAttempts.FREE; i++) {
      assertThat(login("planning", "wrong").status()).isEqualTo(401);
    }
    assertThat(login("planning", "a-password-for-tests").status()).isEqualTo(200);
  }

  @Test
  void looksAtNoLoginThatIsLargerThanOneCanBe() {
    HttpAnswer large = login("n".repeat(20_000), "x");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.body()).contains("/problems/body-too-large");
    assertThat(login("n".repeat(61), "x").status()).isEqualTo(401);
    assertThat(login("a\\u0000b", "x").status()).isEqualTo(422);
    assertThat(core.post("/api/login", "{\"user\": null, \"password\": 1}").status())
        .isEqualTo(400);
  }

  @Test
  void answersOthersWhileManyLoginsAreHalfSent() {
    List<RawHttp> halves = new ArrayList<>();
    try {
      for (int i = 0; i < 60; i++) {
        halves.add(
            RawHttp.to(core.address())
                .send(
                    "POST /api/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"));
      }
      assertThat(core.get("/health").status()).isEqualTo(200);
      ExecutorService readers = Executors.newFixedThreadPool(halves.size());
      List<String> answers =
          halves.stream()
              .map(half -> CompletableFuture.supplyAsync(half::answer, readers))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      readers.shutdown();
      assertThat(answers.stream().filter(a -> a.contains("/problems/too-many-at-once")).count())
          .isGreaterThan(30);
    } finally {
      halves.forEach(RawHttp::close);
    }
  }

  @Test
  void writesLoginsIntoTheAudit() {
    core.post("/api/users", newUser("gustav")).expecting(201);
    login("gustav", PASSWORD).expecting(200);
    HttpAnswer audit = core.get("/api/audit?search=gustav");
    assertThat(audit.json().at("/rows/0/path").asString()).isEqualTo("/api/login");
    assertThat(audit.json().at("/rows/0/actor").asString()).isEqualTo("gustav");
  }

  @Test
  void writesFailedLoginsIntoTheAuditButNotEachOfVeryMany() {
    assertThat(loginFrom("203.0.113.77", "karolina", "wrong-password").status()).isEqualTo(401);
    JsonNode first = core.get("/api/audit?search=karolina").json().at("/rows/0");
    assertThat(first.get("status").asInt()).isEqualTo(401);
    assertThat(first.get("address").asString()).isEqualTo("203.0.113.77");
    assertThat(first.get("path").asString()).isEqualTo("/api/login");

    for (int i = 0; i < 40; i++) {
      loginFrom("203.0.113.77", "n".repeat(61), "nobody has such a name");
    }
    assertThat(
            core.jdbc()
                .sql("select count(*) from web.command where address = '203.0.113.77'")
                .query(Integer.class)
                .single())
        .isEqualTo(20);
  }

  @Test
  void writesIntoTheAuditThatAnAddressIsShut() {
    for (int i = 0; i <= LoginAttempts.FREE; i++) {
      loginFrom("203.0.113.78", "karl-shut", "wrong-password");
    }
    assertThat(core.get("/api/audit?search=karl-shut").json().at("/rows/0/status").asInt())
        .isEqualTo(429);
  }

  @Test
  void refusesAShortPassword() {
    HttpAnswer answer =
        core.post(
            "/api/users", "{\"name\": \"carl\", \"password\": \"short\", \"roles\": [\"sales\"]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/expected").asString()).isEqualTo("10 to 72");
    assertThat(answer.body()).doesNotContain("\"short\"");
  }

  private HttpAnswer loginFrom(String address, String user, String password) {
    return core.post(
        "/api/login",
        "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password),
        Map.of("X-Forwarded-For", address));
  }

  @Test
  void answersEachExportedListToThoseWhoMayReadIt() {
    CompanyCode company = core.newCompany();
    String exports = "/api/companies/" + company + "/exports/";
    for (String role : Roles.read().names()) {
      Set<String> held = Roles.read().permissionsByRole().get(role);
      Map<String, String> readers =
          Map.of(
              "journal", "ledger.read",
              "invoices", "sales.read",
              "parties", "party.read",
              "items", "item.read",
              "item-policies", "planning.read",
              "forecast-overrides", "planning.read",
              "rejects", "import.read");
      readers.forEach(
          (list, permission) -> {
            boolean mayOwn = held.contains(permission.replace(".read", ".own"));
            assertThat(core.as(role).get(exports + list).status())
                .as(role + " " + list)
                .isEqualTo(mayOwn || held.contains(permission) ? 200 : 403);
          });
      assertThat(core.as(role).get("/api/companies/" + company + "/imports/rejects").status())
          .as(role + " rejects")
          .isEqualTo(held.contains("import.read") ? 200 : 403);
      assertThat(core.as(role).get(exports + "invoices").body().contains("cost_amount"))
          .as(role + " sees costs")
          .isEqualTo(held.contains("cost.read"));
    }
  }

  @Test
  void givesARoleForOneCompanyOnly() {
    CompanyCode own = core.newCompany();
    CompanyCode other = core.newCompany();
    core.post(
            "/api/users",
            """
            {"name": "greta", "password": "%s", "grants": [{"company": "%s", "role": "finance"}]}
            """
                .formatted(PASSWORD, own))
        .expecting(201);
    Map<String, String> greta = bearer("greta", PASSWORD);
    String ledger = "/ledger/accounts";
    assertThat(core.send("GET", "/api/companies/" + own + ledger, "", greta).status())
        .isEqualTo(200);
    HttpAnswer refused = core.send("GET", "/api/companies/" + other + ledger, "", greta);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("detail").asString())
        .isEqualTo(
            "This needs the permission ledger.read for company "
                + other
                + ", which none of your roles gives. Ask an administrator for a role that does.");
    assertThat(core.send("GET", "/api/companies/" + other, "", greta).status()).isEqualTo(403);
    assertThat(core.send("GET", "/api/companies", "", greta).json())
        .extracting(company -> company.get("code").asString())
        .containsExactly(own.value());
    assertThat(core.send("GET", "/api/users", "", greta).status()).isEqualTo(403);
  }

  @Test
  void endsATokenAtLogout() {
    core.post("/api/users", newUser("hugo")).expecting(201);
    Map<String, String> hugo = bearer("hugo", PASSWORD);
    assertThat(core.send("GET", "/api/session", "", hugo).json().get("user").asString())
        .isEqualTo("hugo");
    assertThat(core.send("POST", "/api/logout", "", hugo).status()).isEqualTo(204);
    assertThat(core.send("GET", "/api/session", "", hugo).status()).isEqualTo(401);
  }

  @Test
  void letsAUserChooseAnotherPasswordAndEndsTheOtherSessions() {
    core.post("/api/users", newUser("ines")).expecting(201);
    Map<String, String> here = bearer("ines", PASSWORD);
    Map<String, String> elsewhere = bearer("ines", PASSWORD);
    String change = "{\"current\": \"%s\", \"password\": \"%s\"}";
    HttpAnswer wrong =
        core.send("PUT", "/api/session/password", change.formatted("no", "another-one-7"), here);
    assertThat(wrong.status()).isEqualTo(422);
    core.send("PUT", "/api/session/password", change.formatted(PASSWORD, "another-one-7"), here)
        .expecting(204);
    assertThat(core.send("GET", "/api/session", "", here).status()).isEqualTo(200);
    assertThat(core.send("GET", "/api/session", "", elsewhere).status()).isEqualTo(401);
    assertThat(login("ines", PASSWORD).status()).isEqualTo(401);
    assertThat(login("ines", "another-one-7").status()).isEqualTo(200);
  }

  @Test
  void asksForAnotherPasswordAfterAReset() {
    core.post("/api/users", newUser("jan")).expecting(201);
    core.send(
            "PUT",
            "/api/users/jan/password",
            "{\"password\": \"given-by-somebody\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    String items = "/api/companies/" + core.newCompany() + "/items";
    Map<String, String> jan = bearer("jan", "given-by-somebody");
    HttpAnswer refused = core.send("GET", items, "", jan);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("detail").asString()).startsWith("Change your password first");
    core.send(
            "PUT",
            "/api/session/password",
            "{\"current\": \"given-by-somebody\", \"password\": \"my-very-own-one\"}",
            jan)
        .expecting(204);
    assertThat(core.send("GET", items, "", jan).status()).isEqualTo(200);
  }

  @Test
  void keepsTheLastAdministrator() {
    HttpAnswer last =
        core.send(
            "PUT",
            "/api/users/admin",
            "{\"roles\": [\"viewer\"], \"active\": true}",
            Map.of("If-Match", "\"1\""));
    assertThat(last.status()).isEqualTo(409);
    assertThat(last.json().get("detail").asString())
        .startsWith("admin is the last active administrator.");
  }

  @Test
  void warnsOfRolesThatOnePersonShouldNotHaveTogether() {
    HttpAnswer answer =
        core.post(
                "/api/users",
                """
                {"name": "kai", "password": "%s", "roles": ["buyer", "accountant"]}
                """
                    .formatted(PASSWORD))
            .expecting(201);
    assertThat(answer.json().get("warnings").toString())
        .contains(
            "One person orders from a supplier and accepts the bill: purchasing.order and"
                + " purchasing.invoice for all companies");
  }

  @Test
  void listsWhoMayDoAloneWhatTwoPeopleShouldDo() {
    String user = "{\"name\": \"%s\", \"password\": \"%s\", \"roles\": [%s]}";
    core.post("/api/users", user.formatted("olaf", PASSWORD, "\"buyer\", \"accountant\""))
        .expecting(201);
    core.post("/api/users", user.formatted("petra", PASSWORD, "\"buyer\"")).expecting(201);
    HttpAnswer report = core.as("controller").get("/api/access/conflicts").expecting(200);
    List<String> told = new ArrayList<>();
    report.json().forEach(holder -> told.add(holder.toString()));
    assertThat(told).anyMatch(h -> h.contains("\"olaf\"") && h.contains("accepts the bill"));
    assertThat(told).anyMatch(h -> h.contains("\"admin\"") && h.contains("\"administers\":true"));
    assertThat(told).noneMatch(h -> h.contains("\"petra\"") || h.contains("\"operator\""));
    core.as("sales").get("/api/access/conflicts").expecting(403);
  }

  @Test
  void givesAProgramAKeyThatDoesNoMoreThanItsScopes() {
    core.post("/api/users", newUser("lea")).expecting(201);
    Map<String, String> lea = bearer("lea", PASSWORD);
    String company = "/api/companies/" + core.newCompany();
    String asked = "{\"label\": \"till\", \"scopes\": [\"%s\"], \"days\": 30}";
    assertThat(
            core.send("POST", "/api/session/api-keys", asked.formatted("ledger.read"), lea)
                .status())
        .as("more than the user has")
        .isEqualTo(422);
    HttpAnswer made =
        core.send("POST", "/api/session/api-keys", asked.formatted("item.read"), lea)
            .expecting(201);
    Map<String, String> till =
        Map.of("Authorization", "Bearer " + made.json().get("key").asString());
    assertThat(core.send("GET", company + "/items", "", till).status()).isEqualTo(200);
    assertThat(core.send("GET", company + "/parties", "", till).status()).isEqualTo(403);
    assertThat(
            core.send("POST", "/api/session/api-keys", asked.formatted("item.read"), till).status())
        .as("a key makes no keys")
        .isEqualTo(403);
    String id = made.json().get("id").asString();
    assertThat(core.send("GET", "/api/session/api-keys", "", lea).body())
        .contains(id)
        .doesNotContain(made.json().get("key").asString());
    core.send("DELETE", "/api/session/api-keys/" + id, "", lea).expecting(204);
    assertThat(core.send("GET", company + "/items", "", till).status()).isEqualTo(401);
  }

  @Test
  void findsUsersByTheirName() {
    core.post("/api/users", newUser("mona-lisa")).expecting(201);
    assertThat(core.get("/api/users?search=LISA").json().get("rows"))
        .extracting(user -> user.get("name").asString())
        .containsExactly("mona-lisa");
  }

  private Map<String, String> bearer(String user, String password) {
    String token = login(user, password).expecting(200).json().get("token").asString();
    return Map.of("Authorization", "Bearer " + token);
  }

  private HttpAnswer login(String user, String password) {
    return core.post(
        "/api/login", "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password));
  }

  private static String newUser(String name) {
    return "{\"name\": \"%s\", \"password\": \"%s\", \"roles\": [\"sales\"]}"
        .formatted(name, PASSWORD);
  }
}
