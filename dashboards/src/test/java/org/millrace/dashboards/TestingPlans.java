package org.millrace.dashboards;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final String APPROVED =
      """
      {"decision": {"document": {"type": "purchase-order", "number": "PO-17"}}}
      """;

  private final List<Request> requests = new ArrayList<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  /** A command as it came in. */
  record Request(String method, String path, String key, String authorization, String body) {}

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Lets somebody else have approved the proposal. */
  void decidedBefore(String proposal) {
    keys.put(proposal, "of-somebody-else");
  }

  synchronized void answer(HttpExchange exchange) throws IOException {
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    requests.add(request);
    Matcher decision = DECISION.matcher(request.path());
    if (!decision.matches()) {
      send(exchange, 200, request.body().isEmpty() ? "{}" : request.body());
    } else if (!keys.computeIfAbsent(decision.group(1), p -> request.key()).equals(request.key())) {
      send(exchange, 409, DECIDED.formatted(decision.group(1)));
    } else {
      send(exchange, 201, APPROVED);
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
