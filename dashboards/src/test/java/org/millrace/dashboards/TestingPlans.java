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
 * proposal was decided on before; what is set, only to who saw it. What came in is kept.
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
  private static final String UNUSUAL =
      """
      {"type": "/problems/confirmation-needed", "title": "Confirmation needed", "status": 409,
       "detail": "Is a quantity of 4000 meant? Proposal %s proposes 40.",
       "problems": [{"field": "quantity", "value": "4000", "expected": "at most 10 times"}]}
      """;
  private static final String UNAVAILABLE =
      """
      {"title": "Database away", "status": 503, "detail": "The database does not answer."}
      """;

  private static final String APPROVED =
      """
      {"decision": {"document": {"type": "purchase-order", "number": "PO-17"}}}
      """;

  private static final String NOBODY =
      """
      {"rows": [], "page": 1, "size": 50, "more": false, "total": 0, "totalIsExact": true}
      """;

  private static final String DEFAULTS =
      """
      {"frozenDays": 0, "workingDays": ["monday", "tuesday", "wednesday", "thursday", "friday"],
       "holidays": [], "serviceLevels": {"a": {"x": 0.98, "y": 0.97, "z": 0.95},
        "b": {"x": 0.97, "y": 0.95, "z": 0.92}, "c": {"x": 0.95, "y": 0.92, "z": 0.9}}}
      """;
  private static final String STALE =
      """
      {"title": "Changed meanwhile", "status": 412,
       "detail": "It has version 2, the change was decided on version %s."}
      """;

  private final Map<String, String> set = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Set<String> unusual = ConcurrentHashMap.newKeySet();
  private final Set<String> unsourced = ConcurrentHashMap.newKeySet();
  private final Set<String> unavailable = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  /** A command as it came in. */
  record Request(
      String method, String path, String key, String authorization, String seen, String body) {}

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Lets somebody else have approved the proposal. */
  void decidedBefore(String proposal) {
    keys.put(proposal, "of-somebody-else");
  }

  /** Answers this to who asks for the path. */
  void tells(String path, String body) {
    told.put(path, body);
  }

  /** Lets this be set, or nothing. */
  void has(String path, String body) {
    set.remove(path);
    if (!body.isEmpty()) {
      set.put(path, body);
    }
  }

  /** Refuses the next change of a path with these problems. */
  void refuseOnce(String path, String problems) {
    refusals.put(
        path,
        """
        {"title": "Invalid input", "status": 422, "detail": "It cannot be set", "problems": [%s]}
        """
            .formatted(problems));
  }

  /** Lets the core ask whether the quantity of the proposal is meant. */
  void unusual(String proposal) {
    unusual.add(proposal);
  }

  /** Lets nobody know a price for the proposal. */
  void withoutPrice(String proposal) {
    unsourced.add(proposal);
  }

  /** Lets the database be unavailable once, when the proposal is decided on. */
  void awayOnce(String proposal) {
    unavailable.add(proposal);
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
            exchange.getRequestHeaders().getFirst("If-Match"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    synchronized (this) {
      requests.add(request);
    }
    if (request.path().endsWith("/settings") || request.path().contains("/item-policies/")) {
      keep(exchange, request);
      return;
    }
    if (request.method().equals("GET") && told.containsKey(request.path())) {
      send(exchange, 200, told.get(request.path()));
      return;
    }
    if (request.method().equals("GET")
        && request.path().matches(".*/(views|imports|custom-fields)")) {
      send(exchange, 200, "[]");
      return;
    }
    if (request.method().equals("GET") && request.path().matches(".*/(parties|items)")) {
      send(exchange, 200, NOBODY);
      return;
    }
    Matcher decision = DECISION.matcher(request.path());
    if (!decision.matches()) {
      send(exchange, 200, request.body().isEmpty() ? "{}" : request.body());
    } else {
      decide(exchange, decision.group(1), request);
    }
  }

  /** Answers what was set, refuses once what it was told to, and keeps what comes whole. */
  private void keep(HttpExchange exchange, Request request) throws IOException {
    String defaults = request.path().endsWith("/settings") ? DEFAULTS : null;
    String kept = set.getOrDefault(request.path(), defaults);
    String version = set.containsKey(request.path()) ? "\"1\"" : "\"0\"";
    String refusal = refusals.get(request.path());
    if (request.method().equals("GET")) {
      exchange.getResponseHeaders().set("ETag", version);
      send(exchange, kept == null ? 404 : 200, kept == null ? "{}" : kept);
    } else if (refusal != null) {
      refusals.remove(request.path());
      send(exchange, 422, refusal);
    } else if (!version.equals(request.seen())) {
      send(exchange, 412, STALE.formatted(request.seen().replace("\"", "")));
    } else {
      set.put(request.path(), request.body());
      send(exchange, 200, request.body());
    }
  }

  private void decide(HttpExchange exchange, String proposal, Request request) throws IOException {
    String key = request.key();
    await(held.get(proposal));
    if (unavailable.remove(proposal)) {
      send(exchange, 503, UNAVAILABLE);
    } else if (unusual.contains(proposal) && !request.body().contains("\"confirmed\":true")) {
      send(exchange, 409, UNUSUAL.formatted(proposal));
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
