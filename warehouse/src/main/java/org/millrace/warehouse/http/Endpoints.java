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
import java.util.concurrent.Semaphore;
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
  private static final int THREADS = 16;
  private static final int LONG_QUESTIONS = 8;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Endpoints::thread);
  private final Semaphore longQuestions = new Semaphore(LONG_QUESTIONS);
  private final byte[] token;
  private volatile Optional<Answers> answers = Optional.empty();
  private Optional<LakeSql> lakeSql = Optional.empty();

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
    server.createContext("/lake", exchange -> guarded(exchange, "POST", slow(this::lake)));
    server.createContext("/analyses", exchange -> guarded(exchange, "GET", this::analyses));
    server.createContext("/run", exchange -> guarded(exchange, "POST", slow(this::run)));
    server.createContext("/refresh", exchange -> guarded(exchange, "POST", slow(this::refresh)));
    server.createContext("/rebuild", exchange -> guarded(exchange, "POST", slow(this::rebuild)));
    server.start();
  }

  /** Of what may take minutes only so many run at once, so that health always has a thread. */
  private Handler slow(Handler handler) {
    return exchange -> {
      if (!longQuestions.tryAcquire()) {
        problem(
            exchange, 503, "%d long questions run already; try again".formatted(LONG_QUESTIONS));
        return;
      }
      try {
        handler.handle(exchange);
      } finally {
        longQuestions.release();
      }
    };
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
    answerOrRefuse(exchange, handler);
    exchange.close();
  }

  /** The server cuts off the answer of what throws, so that half of one is never taken for all. */
  private static void answerOrRefuse(HttpExchange exchange, Handler handler) throws IOException {
    try {
      handler.handle(exchange);
    } catch (LakeSql.Refused | AnalysisRefused refused) {
      problem(exchange, 422, String.valueOf(refused.getMessage()));
    } catch (Exception failed) {
      LOG.error("{} failed", exchange.getRequestURI(), failed);
      if (exchange.getResponseCode() >= 0) {
        throw new IOException("The answer breaks off", failed);
      }
      problem(exchange, 500, String.valueOf(failed.getMessage()));
    }
  }

  private void health(HttpExchange exchange) throws IOException {
    Map<String, Object> health =
        answers
            .map(Answers::health)
            .orElse(
                Map.of("status", "starting", "part", "warehouse", "detail", "Spark is starting"));
    json(exchange, "up".equals(health.get("status")) ? 200 : 503, health);
  }

  private void progress(HttpExchange exchange) throws IOException {
    json(exchange, 200, ready().progress());
  }

  private void analyses(HttpExchange exchange) throws IOException {
    json(exchange, 200, ready().analyses());
  }

  private void lake(HttpExchange exchange) throws IOException {
    String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Dataset<Row> rows = lakeSql().ask(sql);
    exchange.getResponseHeaders().set("Content-Type", "text/csv; charset=utf-8");
    AnswerBody body = new AnswerBody(exchange);
    Writer out = new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    LakeSql.write(rows, out);
    out.close(); // only a whole answer ends as one
  }

  private synchronized LakeSql lakeSql() {
    org.apache.spark.sql.SparkSession lake = ready().lake();
    if (lakeSql.isEmpty()) {
      lakeSql = Optional.of(new LakeSql(lake));
    }
    return lakeSql.get();
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
    for (String each : query.split("&")) {
      String[] parameter = each.split("=", 2);
      if (parameter.length == 2 && parameter[0].equals("timeoutSeconds")) {
        atMost = seconds(parameter[1]);
      } else if (!each.isEmpty()) {
        throw new AnalysisRefused(
            "A refresh knows timeoutSeconds only, not '%s'; POST /rebuild builds from bronze anew"
                .formatted(each));
      }
    }
    json(exchange, 200, ready().refresh(atMost));
  }

  private static Duration seconds(String text) {
    if (text.length() > 5 || text.isEmpty() || !text.chars().allMatch(Character::isDigit)) {
      throw new AnalysisRefused("timeoutSeconds is '" + text + "'; write a number from 0 to 99999");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private void rebuild(HttpExchange exchange) throws Exception {
    ready().rebuild();
    json(exchange, 200, ready().refresh(LONGEST_REFRESH));
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
