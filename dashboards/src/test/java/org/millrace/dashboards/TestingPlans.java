package org.millrace.dashboards;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the commands of planning as the core does: once for each key, and with a problem when a
 * proposal was decided on before. What came in is kept.
 */
final class TestingPlans {
  private static final Pattern DECISION =
      Pattern.compile("/api/companies/\\w+/planning/proposals/([\\w-]+)/(approve|reject)");
  private static final String DECIDED =
      """
      {"title": "Conflict", "status": 409, "detail": "Proposal %s was approved: see PO-17",
       "problems": [{"field": "proposal", "value": "%1$s", "expected": "an open proposal"}]}
      """;

  private static final String UNSOURCED =
      """
      {"title": "Refused", "status": 422, "detail": "Proposal %s cannot be approved",
       "problems": [{"field": "unitPrice", "value": "", "expected": "a price: never ordered"}]}
      """;
  private static final String AWAY =
      """
      {"title": "Database away", "status": 503, "detail": "The database does not answer."}
      """;

  private static final String APPROVED =
      """
      {"decision": {"document": {"type": "purchase-order", "number": "PO-17"}}}
      """;

  private final List<Request> requests = new ArrayList<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Set<String> unsourced = ConcurrentHashMap.newKeySet();
  private final Set<String> away = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  /** A command as it came in. */
  record Request(String method, String path, String key, String authorization, String body) {}

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Lets somebody else have approved the proposal. */
  void decidedBefore(String proposal) {
    keys.put(proposal, "of-somebody-else");
  }

  /** Lets nobody know a price for the proposal. */
  void withoutPrice(String proposal) {
    unsourced.add(proposal);
  }

  /** Lets the database be away once, when the proposal is decided on. */
  void awayOnce(String proposal) {
    away.add(proposal);
  }

  /** Keeps the answer about the proposal back until it is released. */
  CountDownLatch held(String proposal) {
    return held.computeIfAbsent(proposal, any -> new CountDownLatch(1));
  }

  void answer(HttpExchange exchange) throws IOException {
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    synchronized (this) {
      requests.add(request);
    }
    Matcher decision = DECISION.matcher(request.path());
    if (!decision.matches()) {
      send(exchange, 200, request.body().isEmpty() ? "{}" : request.body());
    } else {
      decide(exchange, decision.group(1), request.key());
    }
  }

  private void decide(HttpExchange exchange, String proposal, String key) throws IOException {
    await(held.get(proposal));
    if (away.remove(proposal)) {
      send(exchange, 503, AWAY);
    } else if (unsourced.contains(proposal)) {
      send(exchange, 422, UNSOURCED.formatted(proposal));
    } else if (!keys.computeIfAbsent(proposal, p -> key).equals(key)) {
      send(exchange, 409, DECIDED.formatted(proposal));
    } else {
      send(exchange, 201, APPROVED);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (latch != null && !latch.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("nobody released the answer");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String type = status < 400 ? "application/json" : "application/problem+json";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
