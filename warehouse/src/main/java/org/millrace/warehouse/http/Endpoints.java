package org.millrace.warehouse.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.AnalysisRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health} for everybody; the rest for who has the token. */
public final class Endpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_REFRESH = Duration.ofMinutes(30);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4, Endpoints::thread);
  private final byte[] token;
  private volatile Optional<Answers> answers = Optional.empty();

  /** What stands behind the endpoints once the process is up. */
  public interface Answers {
    Map<String, Object> health();

    Map<String, Object> progress();

    org.apache.spark.sql.SparkSession lake();

    /** The names of the analyses that may be run. */
    List<String> analyses();

    Map<String, Object> run(String analysis, Optional<LocalDate> asOf, Optional<String> company);

    Map<String, Object> refresh(Duration atMost) throws Exception;

    void rebuild();
  }

  /** Listens at once, so that health can say "starting" while the engine starts. */
  public Endpoints(int port, String token) throws IOException {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    InetSocketAddress here = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    this.server = HttpServer.create(here, 0);
    server.setExecutor(threads);
    server.createContext("/health", exchange -> answer(exchange, this::health));
    server.createContext("/progress", exchange -> guarded(exchange, "GET", this::progress));
    server.createContext("/lake", exchange -> guarded(exchange, "POST", this::lake));
    server.createContext("/analyses", exchange -> guarded(exchange, "GET", this::analyses));
    server.createContext("/run", exchange -> guarded(exchange, "POST", this::run));
    server.createContext("/refresh", exchange -> guarded(exchange, "POST", this::refresh));
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** From now on there is something to answer with. */
  public void serve(Answers ready) {
    answers = Optional.of(ready);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws Exception;
  }

  private void guarded(HttpExchange exchange, String method, Handler handler) throws IOException {
    answer(
        exchange,
        inside -> {
          String given =
              Optional.ofNullable(inside.getRequestHeaders().getFirst("Authorization")).orElse("");
          byte[] bearer = given.replaceFirst("^Bearer ", "").getBytes(StandardCharsets.UTF_8);
          if (!MessageDigest.isEqual(bearer, token)) {
            problem(inside, 401, "Send 'Authorization: Bearer' with the token in warehouse.token");
          } else if (!inside.getRequestMethod().equals(method)) {
            problem(inside, 405, "Use " + method + " here, not " + inside.getRequestMethod());
          } else if (answers.isEmpty()) {
            problem(inside, 503, "The warehouse is starting; ask /health and try again");
          } else {
            handler.handle(inside);
          }
        });
  }

  private void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) { // a catch of its own would answer after it is closed
      answerOrRefuse(exchange, handler);
    }
  }

  private static void answerOrRefuse(HttpExchange exchange, Handler handler) throws IOException {
    try {
      handler.handle(exchange);
    } catch (LakeSql.Refused | AnalysisRefused refused) {
      problem(exchange, 422, refused.getMessage());
    } catch (Exception failed) {
      LOG.error("{} failed", exchange.getRequestURI(), failed);
      problem(exchange, 500, String.valueOf(failed.getMessage()));
    }
  }

  private void health(HttpExchange exchange) throws IOException {
    Map<String, Object> health =
        answers
            .map(Answers::health)
            .orElse(
                Map.of("status", "starting", "part", "warehouse", "detail", "Spark is starting"));
    json(exchange, health.get("status").equals("up") ? 200 : 503, health);
  }

  private void progress(HttpExchange exchange) throws IOException {
    json(exchange, 200, ready().progress());
  }

  private void analyses(HttpExchange exchange) throws IOException {
    json(exchange, 200, ready().analyses());
  }

  private void lake(HttpExchange exchange) throws IOException {
    String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Dataset<Row> rows = new LakeSql(ready().lake()).ask(sql);
    exchange.getResponseHeaders().set("Content-Type", "text/csv; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8))) {
      LakeSql.write(rows, out);
    }
  }

  private void run(HttpExchange exchange) throws IOException {
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    String name = asked.path("analysis").asText("");
    Optional<String> company =
        Optional.of(asked.path("company").asText("")).filter(text -> !text.isBlank());
    Optional<LocalDate> asOf = Optional.empty();
    String date = asked.path("asOf").asText("");
    try {
      asOf = date.isBlank() ? asOf : Optional.of(LocalDate.parse(date));
    } catch (DateTimeParseException wrong) {
      throw new AnalysisRefused("asOf is '" + date + "'; write a date such as 2011-08-31");
    }
    json(exchange, 200, ready().run(name, asOf, company));
  }

  private void refresh(HttpExchange exchange) throws Exception {
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    Duration atMost = LONGEST_REFRESH;
    if (query.matches("(.*&)?rebuild=true(&.*)?")) {
      ready().rebuild();
    }
    if (query.matches("(.*&)?timeoutSeconds=\\d{1,5}(&.*)?")) {
      String seconds = query.replaceFirst("^(.*&)?timeoutSeconds=(\\d+)(&.*)?$", "$2");
      atMost = Duration.ofSeconds(Long.parseLong(seconds));
    }
    json(exchange, 200, ready().refresh(atMost));
  }

  private Answers ready() {
    return answers.orElseThrow();
  }

  private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
    if (exchange.getResponseCode() < 0) {
      json(exchange, status, Map.of("status", status, "title", title(status), "detail", detail));
    }
  }

  private static String title(int status) {
    return switch (status) {
      case 401 -> "Not signed in";
      case 405 -> "Wrong method";
      case 422 -> "Cannot be done";
      case 503 -> "Not ready";
      default -> "Failed";
    };
  }

  private static void json(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "http");
    thread.setDaemon(true);
    return thread;
  }
}
