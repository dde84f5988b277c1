package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

class AccessTest {
  private static final String PASSWORD = "long-enough-for-a-test";
  private final TestingCore core = TestingCore.running();

  @Test
  void refusesAWrongPasswordAndAnUnknownUserAlike() {
    HttpAnswer wrong = login("admin", "not the password");
    HttpAnswer unknown = login("nobody", "not the password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().get("detail").asString()).contains("admin.password");
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
  void refusesAShortPassword() {
    HttpAnswer answer =
        core.post(
            "/api/users", "{\"name\": \"carl\", \"password\": \"short\", \"roles\": [\"sales\"]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/expected").asString()).isEqualTo("10 to 72");
    assertThat(answer.body()).doesNotContain("\"short\"");
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
