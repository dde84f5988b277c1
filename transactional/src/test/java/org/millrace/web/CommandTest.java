package org.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import org.millrace.web.FailingItems.When;

class CommandTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void actsOnceWhenTheSameCommandComesTwice() {
    String items = "/api/companies/" + core.newCompany() + "/items";
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String body = "{\"code\": \"WHEEL\", \"name\": \"Wheel\"}";
    HttpAnswer first = core.post(items, body, key);
    HttpAnswer second = core.post(items, body, key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).contains("\"1\"");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.header("Idempotency-Replayed")).contains("true");
  }

  @Test
  void actsOnceWhenTheSameCommandComesAtTheSameTime() {
    CompanyCode company = core.newCompany();
    String items = "/api/companies/" + company + "/items";
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String body = "{\"code\": \"WHEEL\", \"name\": \"Wheel\"}";
    List<CompletableFuture<Integer>> asked =
        Stream.of(1, 2, 3, 4)
            .map(n -> CompletableFuture.supplyAsync(() -> core.post(items, body, key).status()))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join)).containsOnly(201);
    assertThat(eventsOf(company, "item.item-registered")).isEqualTo(1);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherCommand() {
    String items = "/api/companies/" + core.newCompany() + "/items";
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    core.post(items, "{\"code\": \"A\", \"name\": \"A\"}", key).expecting(201);
    HttpAnswer other = core.post(items, "{\"code\": \"B\", \"name\": \"B\"}", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().get("title").asString()).isEqualTo("Key used before");
    assertThat(other.json().get("detail").asString()).contains(key.get("Idempotency-Key"));
  }

  @Test
  void triesAgainWhenItLosesALock() {
    CompanyCode company = core.newCompany();
    for (String state : List.of("40P01", "40001")) {
      HttpAnswer answer =
          FailingItems.with(state, core.jdbc(), company, 2, When.ACT)
              .during(() -> register(company, "LOCK-" + state));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
      assertThat(answer.response().headers().allValues("ETag")).containsExactly("\"1\"");
    }
    assertThat(eventsOf(company, "item.item-registered")).isEqualTo(2);
  }

  @Test
  void saysByTypeThatALockWasLostForGoodAndLeavesTheKeyFree() {
    CompanyCode company = core.newCompany();
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String items = "/api/companies/" + company + "/items";
    String body = "{\"code\": \"LOST\", \"name\": \"Lost\"}";
    HttpAnswer lost =
        FailingItems.with("40P01", core.jdbc(), company, 1_000, When.ACT)
            .during(() -> core.post(items, body, key));
    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.json().get("type").asString()).isEqualTo("/problems/lost-lock");
    assertThat(lost.header("Retry-After")).contains("1");
    assertThat(lost.header("X-Correlation-Id")).isPresent();
    assertThat(core.post(items, body, key).status()).isEqualTo(201);
  }

  @Test
  void triesAgainWhenTheLockIsLostAtTheCommit() {
    CompanyCode company = core.newCompany();
    HttpAnswer answer =
        FailingItems.with("40001", core.jdbc(), company, 2, When.COMMIT)
            .during(() -> register(company, "LATE"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.response().headers().allValues("ETag")).containsExactly("\"1\"");
  }

  @Test
  void doesNotSayThatNothingHappenedWhenTheDatabaseDiesInTheCommit() {
    CompanyCode company = core.newCompany();
    HttpAnswer answer =
        FailingItems.dying(core.jdbc(), company, When.COMMIT)
            .during(() -> register(company, "UNKNOWN"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/outcome-unknown");
    assertThat(answer.header("Retry-After")).contains("2");
    assertThat(answer.json().get("detail").asString()).contains("with the same key");
  }

  @Test
  void saysThatNothingHappenedWhenTheDatabaseDiesBefore() {
    CompanyCode company = core.newCompany();
    HttpAnswer answer =
        FailingItems.dying(core.jdbc(), company, When.ACT).during(() -> register(company, "DEAD"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/database-away");
  }

  @Test
  void explainsEachTypeOfProblemWhereItPointsTo() {
    for (ProblemType type : ProblemType.values()) {
      HttpAnswer explained = core.get(type.uri());
      assertThat(explained.json().get("type").asString()).isEqualTo(type.uri());
      assertThat(explained.json().get("status").asInt()).isEqualTo(type.status());
    }
    assertThat(core.get("/problems").json().size()).isEqualTo(ProblemType.values().length);
  }

  @Test
  void refusesABodyThatIsAForm() {
    HttpAnswer answer =
        core.post(
            "/api/companies", "--x\r\n", Map.of("Content-Type", "multipart/form-data; boundary=x"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
  }

  @Test
  void refusesWhatIsNoText() {
    CompanyCode company = core.newCompany();
    String base = "/api/companies/" + company;
    assertThat(core.get(base + "/items?search=a%00b").status()).isEqualTo(400);
    for (String text : List.of("a\\u0000b", "a\\ud800b")) {
      HttpAnswer name =
          core.post(base + "/items", "{\"code\": \"A\", \"name\": \"%s\"}".formatted(text));
      assertThat(name.status()).as(name.body()).isEqualTo(422);
      assertThat(name.json().at("/problems/0/field").asString()).isEqualTo("name");
    }
    HttpAnswer mapping =
        core.post(base + "/imports/mappings", "a: \0", Map.of("Content-Type", "text/plain"));
    assertThat(mapping.status()).isBetween(400, 499);
  }

  @Test
  void saysInWordsOfPeopleWhatCannotBeRead() {
    String base = "/api/companies/" + core.newCompany();
    String sale = "{\"customer\": \"C\", \"lines\": [], \"daysToPay\": %s}";
    for (String days : new String[] {"[]", "1.5", "\"soon\""}) {
      HttpAnswer answer = core.post(base + "/sales/invoices", sale.formatted(days));
      assertThat(answer.status()).isBetween(400, 422);
      assertThat(answer.body())
          .contains("daysToPay", "a whole number such as 5")
          .doesNotContain("java.");
    }
    HttpAnswer list = core.get(base + "/exports/items?bom=perhaps");
    assertThat(list.status()).isEqualTo(400);
    assertThat(list.json().at("/problems/0/expected").asString()).isEqualTo("true or false");
    assertThat(list.body()).doesNotContain("java.", "org.");
    assertThat(core.get(base + "/parties?page=x").json().at("/problems/0/expected").asString())
        .isEqualTo("a whole number such as 5");
  }

  @Test
  void refusesNothingInTheMiddleOfAList() {
    String base = "/api/companies/" + core.newCompany();
    HttpAnswer answer = core.post(base + "/stock/movements", "{\"lines\": [null]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/expected").asString()).isEqualTo("it is missing");
  }

  @Test
  void refusesDaysThatNobodyMeans() {
    CompanyCode company = core.newCompany();
    String base = "/api/companies/" + company;
    core.post(base + "/parties", "{\"code\":\"C\",\"name\":\"C\",\"roles\":[\"customer\"]}");
    core.post(base + "/items", "{\"code\":\"I\",\"name\":\"I\"}").expecting(201);
    String opportunity =
        "{\"customer\":\"C\",\"subject\":\"S\",\"expectedCloseDate\":\"%s\","
            + "\"lines\":[{\"item\":\"I\",\"quantity\":1,\"unitPrice\":1}]}";
    for (String day :
        List.of("-999999999-01-01", "+999999999-12-31", "1026-03-01", "3000-01-01", "x")) {
      HttpAnswer answer = core.post(base + "/crm/opportunities", opportunity.formatted(day));
      assertThat(answer.status()).as(day + answer.body()).isEqualTo(422);
      assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("expectedCloseDate");
      String moment = "{\"code\":\"J\",\"name\":\"J\",\"occurredAt\":\"" + day + "T00:00:00Z\"}";
      assertThat(core.post(base + "/items", moment).status()).as(day).isEqualTo(422);
    }
    for (String month : List.of("1026-01", "-999999999-01", "2026-13", "x")) {
      HttpAnswer close = core.post(base + "/ledger/periods/" + month + "/close", "{}");
      assertThat(close.status()).as(month + close.body()).isEqualTo(422);
    }
  }

  @Test
  void refusesACommandWithoutKey() {
    HttpAnswer answer = core.post("/api/companies", "{}", Map.of("Idempotency-Key", " "));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void leavesTheKeyOfARefusedCommandFree() {
    String items = "/api/companies/" + core.newCompany() + "/items";
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    assertThat(core.post(items, "{\"code\": \"\", \"name\": \"A\"}", key).status()).isEqualTo(422);
    assertThat(core.post(items, "{\"code\": \"A\", \"name\": \"A\"}", key).status()).isEqualTo(201);
  }

  @Test
  void tellsAllProblemsInOneForm() {
    CompanyCode company = core.newCompany();
    HttpAnswer answer =
        core.post("/api/companies/" + company + "/items", "{\"code\": \"A\", \"nam\": \"A\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().get("detail").asString()).contains("nam");
    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "problems");
    assertThat(core.get("/api/companies/NONE/items/A").status()).isEqualTo(404);
    assertThat(core.get("/api/nothing/here").status()).isEqualTo(404);
    assertThat(core.get("/api/companies/" + company + "/items?page=0").status()).isEqualTo(422);
    assertThat(core.post("/api/companies", "{\"code\"").status()).isEqualTo(400);
  }

  @Test
  void refusesAMistypedYearWhereverItStands() {
    String base = "/api/companies/" + core.newCompany();
    core.post(
            base + "/parties",
            "{\"code\": \"C\", \"name\": \"C\", \"roles\": [\"customer\"], \"country\": \"X\"}")
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"A\", \"name\": \"A\"}").expecting(201);
    String order =
        "{\"customer\": \"C\", %s,"
            + " \"lines\": [{\"item\": \"A\", \"quantity\": 1, \"unitPrice\": 1}]}";
    for (String year : List.of("1026", "0206", "0026", "-999999999", "+22026")) {
      String then = "\"occurredAt\": \"" + year + "-04-10T09:00:00Z\"";
      HttpAnswer past = core.post(base + "/sales/orders", order.formatted(then));
      assertThat(past.status()).isEqualTo(422);
      assertThat(past.json().at("/problems/0/field").asString()).isEqualTo("occurredAt");
      assertThat(past.json().at("/problems/0/expected").asString())
          .isEqualTo("a day from 1900-01-01 to 2999-12-31");
      String wanted = "\"requestedDate\": \"" + year + "-04-10\"";
      HttpAnswer day = core.post(base + "/sales/orders", order.formatted(wanted));
      assertThat(day.status()).isEqualTo(422);
      assertThat(day.json().at("/problems/0/field").asString()).isEqualTo("requestedDate");
      assertThat(core.get(base + "/ledger/trial-balance?month=" + year + "-04").status())
          .isEqualTo(422);
    }
  }

  @Test
  void keepsWhoDidWhatWhen() {
    CompanyCode company = core.newCompany();
    core.post(
            "/api/companies/" + company + "/items",
            "{\"code\": \"WHEEL\", \"name\": \"Wheel\"}",
            Map.of("X-Correlation-Id", "audit-" + company))
        .expecting(201);
    HttpAnswer answer = core.get("/api/audit?search=" + company + "/items");
    assertThat(answer.json().at("/rows/0/actor").asString()).isEqualTo("admin");
    assertThat(answer.json().at("/rows/0/correlationId").asString()).isEqualTo("audit-" + company);
    assertThat(answer.json().at("/rows/0/events/0").asString())
        .isEqualTo("item.item-registered item:" + company + "/WHEEL");
  }

  @Test
  void describesItself() {
    assertThat(core.get("/api/docs/openapi").json().get("paths").propertyNames())
        .contains("/api/companies/{company}/items", "/api/login");
    assertThat(core.get("/api/docs").status()).isEqualTo(302);
  }

  private HttpAnswer register(CompanyCode company, String code) {
    String body = "{\"code\": \"%s\", \"name\": \"x\"}".formatted(code);
    return core.post("/api/companies/" + company + "/items", body);
  }

  private long eventsOf(CompanyCode company, String type) {
    return core.jdbc()
        .sql("select count(*) from outbox.event where company = ? and type = ?")
        .params(company.value(), type)
        .query(Long.class)
        .single();
  }
}
