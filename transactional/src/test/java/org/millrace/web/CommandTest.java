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
    assertThat(core.get("/api/companies/NONE/items").status()).isEqualTo(404);
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
        "{\"customer\": \"C\", %s, \"lines\": [{\"item\": \"A\", \"quantity\": 1, \"unitPrice\": 1}]}";
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

  private long eventsOf(CompanyCode company, String type) {
    return core.jdbc()
        .sql("select count(*) from outbox.event where company = ? and type = ?")
        .params(company.value(), type)
        .query(Long.class)
        .single();
  }
}
