package org.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import org.millrace.shared.CompanyCode;
import org.millrace.web.FailingItems.When;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers that programs decide by, as this core gives them, on file: the tests of its clients
 * are fed from there, so that no fake says what the core does not.
 */
class RecordedAnswersTest {
  private static final Path FILE = Path.of("contracts", "answers.json");
  private static final JsonMapper JSON =
      Json.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String PLAN =
      "{\"planVersion\": \"1\", \"asOf\": \"2099-02-01\", \"proposals\": [%s]}";

  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany();
  private final String base = "/api/companies/" + company;

  /** Run with -Dcontracts.accept=true to put the answers of today on file. */
  @Test
  void areThoseOnFile() throws IOException {
    Map<String, ObjectNode> now = answers();
    if (Boolean.getBoolean("contracts.accept")) {
      Files.writeString(FILE, JSON.writeValueAsString(now) + "\n");
    }
    assertThat(JSON.readTree(Files.readString(FILE)))
        .as("run once with -Dcontracts.accept=true")
        .isEqualTo(JSON.valueToTree(now));
  }

  private Map<String, ObjectNode> answers() {
    Map<String, ObjectNode> all = new TreeMap<>();
    all.put("login", login("a-password-for-tests"));
    all.put("login-failed", login("wrong"));
    Map<String, String> nobody = Map.of("Authorization", "Bearer no.to.ken");
    all.put("login-needed", told(core.send("GET", "/api/companies", "", nobody)));
    all.put("plan-taken", told(core.post(base + "/planning/plans", PLAN.formatted(""))));
    String unknown =
        "{\"proposal\": \"P\", \"item\": \"NONE\", \"source\": \"buy\", \"quantity\": 1,"
            + " \"startDate\": \"2099-02-02\", \"dueDate\": \"2099-02-02\","
            + " \"neededDate\": \"2099-02-02\", \"pegs\": []}";
    all.put("plan-refused", told(core.post(base + "/planning/plans", PLAN.formatted(unknown))));
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    core.post(base + "/items", item("A"), key).expecting(201);
    HttpAnswer used = core.post(base + "/items", item("B"), key);
    all.put("key-used-before", told(used, Map.of(key.get("Idempotency-Key"), "K")));
    all.put(
        "lost-lock",
        told(
            FailingItems.with("40P01", core.jdbc(), company, 1_000, When.ACT)
                .during(() -> core.post(base + "/items", item("C")))));
    all.put(
        "database-away",
        told(
            FailingItems.dying(core.jdbc(), company, When.ACT)
                .during(() -> core.post(base + "/items", item("D")))));
    all.put(
        "outcome-unknown",
        told(
            FailingItems.dying(core.jdbc(), company, When.COMMIT)
                .during(() -> core.post(base + "/items", item("E")))));
    return all;
  }

  private ObjectNode login(String password) {
    String who = "{\"user\": \"planning\", \"password\": \"" + password + "\"}";
    HttpAnswer answer = core.post("/api/login", who);
    ObjectNode told = told(answer);
    if (answer.status() == 200) {
      ObjectNode body = (ObjectNode) answer.json();
      told.put("body", body.put("token", "T").put("expiresAt", "2099-01-01T00:00:00Z").toString());
    }
    return told;
  }

  private ObjectNode told(HttpAnswer answer) {
    return told(answer, Map.of());
  }

  private ObjectNode told(HttpAnswer answer, Map<String, String> changing) {
    String body =
        answer
            .body()
            .replace(company.value(), "COMPANY")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2099-01-01T00:00:00Z");
    for (Map.Entry<String, String> each : changing.entrySet()) {
      body = body.replace(each.getKey(), each.getValue());
    }
    ObjectNode told = JSON.createObjectNode().put("status", answer.status());
    told.put("type", answer.header("Content-Type").orElse(""));
    Optional<String> wait = answer.header("Retry-After");
    wait.ifPresent(seconds -> told.put("retryAfter", seconds));
    return told.put("body", body);
  }

  private static String item(String code) {
    return "{\"code\": \"%s\", \"name\": \"x\"}".formatted(code);
  }
}
