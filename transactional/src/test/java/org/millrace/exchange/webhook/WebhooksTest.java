package org.millrace.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.exchange.event.CompanyEvents;
import org.millrace.exchange.event.EventPosition;
import org.millrace.settings.WebhookReceivers;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

class WebhooksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final TestingCore core = TestingCore.running();
  private final List<String> received = new ArrayList<>();
  private CompanyCode company;
  private String base;
  private int status = 200;

  @BeforeEach
  void openACompany() {
    company = core.newCompany();
    base = "/api/companies/" + company;
  }

  @Test
  void signsAsTheStandardSays() {
    // echo -n '1772359200.{}' | openssl dgst -sha256 -hmac secret
    assertThat(Signature.of("secret", NOW, "{}")).matches("t=1772359200,v1=[0-9a-f]{64}");
    assertThat(Signature.of("secret", NOW, "{}"))
        .isNotEqualTo(Signature.of("secret", NOW.plusSeconds(1), "{}"))
        .isNotEqualTo(Signature.of("other", NOW, "{}"));
  }

  @Test
  void sendsNothingIntoNetworksThatAreNotPublic() throws UnknownHostException {
    for (String inside :
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "224.0.0.1",
            "198.18.0.1")) {
      assertThat(Receivers.isPublic(InetAddress.getByName(inside))).as(inside).isFalse();
    }
    assertThat(Receivers.isPublic(InetAddress.getByName("93.184.216.34"))).isTrue();
    Receivers publicOnes = new Receivers(WebhookReceivers.PUBLIC);
    assertThat(publicOnes.wrong("https://127.0.0.1/x").orElse("")).contains("a public address");
    assertThat(publicOnes.wrong("http://93.184.216.34/x")).contains("https");
    assertThat(publicOnes.wrong("file:///etc/passwd").orElse("")).contains("an address such as");
    assertThat(new Receivers(WebhookReceivers.ANY).wrong("http://127.0.0.1:1/x")).isEmpty();
    String asked = "{\"url\":\"https://localhost/x\"}";
    assertThat(core.post(base + "/webhooks", asked).expecting(422).body())
        .contains("a public address");
  }

  @Test
  void tellsEventsByPositionOnceAndInOrder() {
    item("A");
    item("B");
    JsonNode first = core.get(base + "/events?limit=1&types=item.*").expecting(200).json();
    JsonNode rest =
        core.get(base + "/events?types=item.*&after=" + first.get("next").asString())
            .expecting(200)
            .json();
    assertThat(first.get("events")).hasSize(1);
    assertThat(first.at("/events/0/payload").toString()).contains("\"A\"");
    assertThat(rest.get("events")).hasSize(1);
    JsonNode none =
        core.get(base + "/events?types=item.*&after=" + rest.get("next").asString())
            .expecting(200)
            .json();
    assertThat(none.get("events")).isEmpty();
    assertThat(none.get("next")).isEqualTo(rest.get("next"));
    assertThat(core.get(base + "/events?after=soon").expecting(422).body())
        .contains("the position of an event");
    core.as("sales").get(base + "/events").expecting(403);
  }

  @Test
  void sendsInOrderAndTriesAgainUntilItIsTakenOrEnds() {
    JsonNode made =
        core.post(
                base + "/webhooks", "{\"url\":\"https://93.184.216.34/x\",\"types\":[\"item.*\"]}")
            .expecting(201)
            .json();
    String hook = base + "/webhooks/" + made.get("id").asString();
    assertThat(made.get("secret").asString()).hasSize(64);
    assertThat(core.get(hook).expecting(200).body()).doesNotContain(made.get("secret").asString());
    core.post(hook + "/pause", "").expecting(200);
    item("A");
    item("B");
    Webhooks store = core.bean(Webhooks.class);
    java.util.UUID id = java.util.UUID.fromString(made.get("id").asString());
    Webhook paused = store.named(company, id);
    send(paused, NOW);
    assertThat(received).hasSize(2);
    assertThat(received.get(0)).contains("A");
    status = 500;
    Webhook again =
        store.named(company, id).from(EventPosition.of("p", made.get("position").asString()));
    core.bean(Transactions.class)
        .inOne(
            () -> {
              store.put(store.named(company, id), again);
              return true;
            });
    send(store.named(company, id), NOW);
    Webhook failed = store.named(company, id);
    assertThat(failed.trouble().failures()).isEqualTo(1);
    assertThat(failed.trouble().nextAttemptAt()).contains(NOW.plusSeconds(5));
    assertThat(failed.trouble().lastError()).contains("status 500");
    send(failed, NOW.plus(Duration.ofDays(4)));
    assertThat(store.named(company, id).state()).isEqualTo(Webhook.State.DISABLED);
    assertThat(core.get(hook + "/deliveries").expecting(200).json().get("rows")).hasSize(4);
    core.post(hook + "/replay", "{\"after\":\"0-0\"}").expecting(200);
    assertThat(core.post(hook + "/resume", "").expecting(200).body()).contains("\"active\"");
    core.send("DELETE", hook, "", java.util.Map.of()).expecting(204);
    core.get(hook).expecting(404);
  }

  @Test
  void waitsLongerEachTime() {
    assertThat(Waits.after(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Waits.after(4)).isEqualTo(Duration.ofSeconds(40));
    assertThat(Waits.after(50)).isEqualTo(Duration.ofHours(1));
  }

  private void send(Webhook webhook, Instant now) {
    SendEvents.Sender sender =
        (to, event) -> {
          received.add(event.payload().toString());
          return new Webhooks.Sent(Optional.of(status), Optional.empty(), 1, now);
        };
    new SendEvents(
            core.bean(Webhooks.class),
            core.bean(CompanyEvents.class),
            new Receivers(WebhookReceivers.PUBLIC),
            sender,
            core.bean(Transactions.class),
            Clock.fixed(now, ZoneOffset.UTC))
        .send(webhook);
  }

  private void item(String code) {
    core.post(base + "/items", "{\"code\":\"%s\",\"name\":\"%1$s\"}".formatted(code))
        .expecting(201);
  }
}
