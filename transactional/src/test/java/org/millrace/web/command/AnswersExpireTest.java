package org.millrace.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;

class AnswersExpireTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void saysThatItWasDoneWhenTheAnswerIsForgotten() {
    String items = "/api/companies/" + core.newCompany() + "/items";
    String key = UUID.randomUUID().toString();
    Map<String, String> headers = Map.of("Idempotency-Key", key);
    String body = "{\"code\": \"WHEEL\", \"name\": \"Wheel\"}";
    core.post(items, body, headers).expecting(201);
    core.jdbc()
        .sql("update web.command set recorded_at = '2020-01-01' where key = ?")
        .param(key)
        .update();
    CommandsJdbc commands = core.bean(CommandsJdbc.class);
    Instant before = Instant.parse("2020-02-01T00:00:00Z");
    assertThat(core.bean(Transactions.class).<Integer>inOne(() -> commands.expire(before)))
        .isEqualTo(1);

    HttpAnswer again = core.post(items, body, headers);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.json().get("type").asString()).isEqualTo("/problems/answer-expired");
    assertThat(core.get("/api/audit?search=" + items).json().at("/rows/0/status").asInt())
        .isEqualTo(201);
  }
}
