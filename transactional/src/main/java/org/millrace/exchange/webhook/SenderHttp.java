package org.millrace.exchange.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.millrace.exchange.event.CompanyEvents;
import tools.jackson.databind.json.JsonMapper;

/** Posts events; nobody is followed to another address, and no answer is read. */
final class SenderHttp implements SendEvents.Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final JsonMapper json;
  private final Clock clock;

  SenderHttp(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Webhooks.Sent send(Webhook webhook, CompanyEvents.Told event) {
    Instant now = clock.instant();
    long began = System.nanoTime();
    try {
      String body = json.writeValueAsString(event);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(webhook.target().url()))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("Millrace-Event-Id", event.id().toString())
              .header("Millrace-Event-Type", event.type())
              .header("Millrace-Signature", Signature.of(webhook.target().secret(), now, body))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      return new Webhooks.Sent(
          Optional.of(answer.statusCode()), Optional.empty(), since(began), now);
    } catch (IOException | IllegalArgumentException e) {
      return new Webhooks.Sent(
          Optional.empty(),
          Optional.of(e.getClass().getSimpleName() + " " + e.getMessage()),
          since(began),
          now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Webhooks.Sent(
          Optional.empty(), Optional.of("the core went down"), since(began), now);
    }
  }

  private static int since(long began) {
    return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}
