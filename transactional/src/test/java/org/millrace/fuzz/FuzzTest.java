package org.millrace.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/**
 * Whatever comes in over any operation: no answer of 5xx, no word of Java in any, and the core
 * lives on. {@code -Dtest.jvm.flags=-Dfuzz=20000} sends so many more.
 */
class FuzzTest {
  private static final int CLIENTS = 4;
  private static final int MANY = Integer.getInteger("fuzz", 5_000);

  /** Of so many, some make something: about one in three thousand does. */
  private static final int ENOUGH_TO_MAKE_SOMETHING = 20_000;

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final List<String> TYPES =
      List.of("application/json", "text/plain", "multipart/form-data; boundary=x", "x", "a/b;c=d");
  private static final List<String> OF_THE_SESSION =
      List.of("/api/logout", "/api/session", "/api/users/admin");
  private static final List<String> VERSIONS =
      List.of("\"1\"", "\"2\"", "1", "*", "W/\"1\"", "\"x\"", "\"-1\"", "\"99999999999999999999\"");

  /** What only programmers of the core know. */
  private static final Pattern JAVA =
      Pattern.compile("\\b(java|javax|jakarta|org\\.millrace|org\\.springframework|jackson)\\.");

  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany().value();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  private record Operation(String method, String path, JsonNode described) {
    List<String> queries() {
      List<String> names = new ArrayList<>();
      described.path("parameters").forEach(p -> names.add(p.path("name").asString("")));
      names.removeIf(name -> path.contains("{" + name + "}") || name.contains("-"));
      return names;
    }

    JsonNode body() {
      return described.at("/requestBody/content/application~1json/schema");
    }
  }

  @Test
  void answersTwoThousandOddRequests() {
    run(2_000, 7);
  }

  @Test
  @Tag("slow")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void answersThousandsMoreOfThem() {
    run(MANY, 11);
    if (MANY >= ENOUGH_TO_MAKE_SOMETHING) {
      assertThat(statuses).as("some make something").containsKey(201);
    }
  }

  private void run(int requests, long seed) {
    register();
    JsonNode description = core.get("/api/docs/openapi").expecting(200).json();
    List<Operation> operations = operations(description.path("paths"));
    assertThat(operations).hasSizeGreaterThan(100);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    IntStream.range(0, CLIENTS)
        .mapToObj(
            n ->
                CompletableFuture.runAsync(
                    () -> new Client(n, seed, operations, description).send(requests / CLIENTS),
                    clients))
        .toList()
        .forEach(CompletableFuture::join);
    clients.shutdown();
    System.out.println("Fuzz of " + requests + ": " + new TreeMap<>(statuses));
    assertThat(failures).isEmpty();
    assertThat(statuses).as("some are accepted").containsKey(200);
    assertThat(core.get("/health").status()).isEqualTo(200);
  }

  private void register() {
    String base = "/api/companies/" + company;
    for (String party : List.of("C\",\"roles\":[\"customer\"]", "S\",\"roles\":[\"supplier\"]")) {
      String code = party.substring(0, 1);
      String body = "{\"code\":\"%s\",\"country\":\"Italy\",\"name\":\"%s}".formatted(code, party);
      core.post(base + "/parties", body).expecting(201);
    }
    core.post(base + "/items", "{\"code\":\"WHEEL\",\"name\":\"Wheel\"}").expecting(201);
    core.post(
            base + "/items",
            "{\"code\":\"BIKE\",\"name\":\"Bike\",\"materials\":["
                + "{\"item\":\"WHEEL\",\"quantity\":2}]}")
        .expecting(201);
  }

  private static List<Operation> operations(JsonNode paths) {
    List<Operation> all = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        all.add(
            new Operation(
                method.toUpperCase(java.util.Locale.ROOT), path, paths.get(path).get(method)));
      }
    }
    return all;
  }

  /** One of those who send; which requests it sends depends on the seed alone. */
  private final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int number;
    private final List<Operation> operations;
    private final OddValues values;
    private final OddAddress addresses;
    private final OddBodies bodies;

    Client(int number, long seed, List<Operation> operations, JsonNode description) {
      this.number = number;
      this.operations = operations;
      this.values = new OddValues(new Random(seed * 1_000 + number));
      this.addresses = new OddAddress(values, company);
      this.bodies = new OddBodies(values, description.at("/components/schemas"));
    }

    void send(int requests) {
      for (int i = 0; i < requests; i++) {
        Operation operation = values.oneOf(operations);
        String method = values.isOneIn(40) ? values.oneOf(METHODS) : operation.method();
        String path = addresses.path(operation.path()) + addresses.query(operation.queries());
        String body = method.equals("GET") ? "" : bodies.of(operation.body());
        send(method, path, body, "fuzz-" + number + "-" + i);
      }
    }

    private void send(String method, String path, String body, String key) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(core.address() + path))
              .timeout(Duration.ofSeconds(60))
              .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
              .header("Authorization", "Bearer " + token(path))
              .header("X-Forwarded-For", "198.51.100." + number)
              .header("Idempotency-Key", values.isOneIn(50) ? " " : company + key)
              .header("If-Match", values.oneOf(VERSIONS.subList(0, values.isOneIn(5) ? 8 : 2)));
      String type = values.isOneIn(25) ? values.oneOf(TYPES) : "application/json";
      request.header("Content-Type", type);
      if (values.isOneIn(60)) {
        request.header("Accept", "image/png");
      }
      try {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() >= 500 || JAVA.matcher(answer.body()).find()) {
          failures.add(
              "%s %s (%s) %s: %s".formatted(method, path, type, shown(body), answer.body()));
        }
      } catch (IOException e) {
        failures.add("%s %s %s: %s".formatted(method, path, shown(body), e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Nobody ends the session that all others send in. */
    private String token(String path) {
      boolean wouldEndIt = OF_THE_SESSION.stream().anyMatch(path::startsWith);
      return wouldEndIt ? "odd" : core.token();
    }

    private static String shown(String body) {
      return body.length() > 600 ? body.substring(0, 600) + "..." : body;
    }
  }
}
