import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Posts direct sales at a steady rate to a running instance and tells how long each took from the
 * core's answer to its bronze commit and to the board. Arguments: HOME PORT RATE SECONDS.
 *
 * <p>Bronze: the time at which the Delta commit that names the event's file was first seen. Board:
 * the time at which the cockpit's net revenue first covered the invoice; every sale is worth 10.00
 * and sales show in the order in which they were answered.
 */
final class Freshness {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WARM_UP_SECONDS = 60;
  private static final double BRONZE_LIMIT_SECONDS = 2;
  private static final double BOARD_LIMIT_SECONDS = 15;
  private static final double NEVER = Double.MAX_VALUE;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path home;
  private final String core;
  private final String cockpit;
  private final String warehouse;
  private final String company = "BENCH-" + System.currentTimeMillis();
  private final YearMonth started = YearMonth.now(ZoneOffset.UTC);
  private final ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
  private final ConcurrentSkipListMap<Long, Long> commits = new ConcurrentSkipListMap<>();
  private final TreeMap<Long, Long> shown = new TreeMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private volatile boolean isOver;
  private volatile String boardTrouble = "";
  private String token = "";

  private Freshness(Path home, int port) {
    this.home = home;
    this.cockpit = "http://127.0.0.1:" + port;
    this.core = "http://127.0.0.1:" + (port + 1);
    this.warehouse = "http://127.0.0.1:" + (port + 3);
  }

  public static void main(String[] arguments) throws Exception {
    Freshness bench = new Freshness(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    int rate = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    System.exit(bench.run(rate, seconds) ? 0 : 1);
  }

  private boolean run(int rate, int seconds) throws Exception {
    prepare();
    Thread log = new Thread(this::watchLog, "log");
    Thread board = new Thread(this::watchBoard, "board");
    log.setDaemon(true);
    board.setDaemon(true);
    log.start();
    board.start();
    post(rate, seconds);
    List<Long> sold = new ArrayList<>(answered);
    awaitBoard(sold.size());
    isOver = true;
    System.out.printf(
        "%d invoices posted in %d s (the first %d s warm up), %d failed %s%n",
        sold.size(), seconds, WARM_UP_SECONDS, failures.size(), failures.values().stream()
            .limit(1).toList());
    int skip = Math.min(sold.size() - 1, rate * WARM_UP_SECONDS);
    List<Double> toBronze = bronzeDelays(sold);
    List<Double> toBoard = boardDelays(sold);
    System.out.println("while warming up:");
    tell("bronze", toBronze.subList(0, skip), BRONZE_LIMIT_SECONDS);
    tell("board", toBoard.subList(0, skip), BOARD_LIMIT_SECONDS);
    System.out.println("after it:");
    boolean isGood = tell("bronze", toBronze.subList(skip, sold.size()), BRONZE_LIMIT_SECONDS);
    return tell("board", toBoard.subList(skip, sold.size()), BOARD_LIMIT_SECONDS) && isGood;
  }

  private void prepare() throws Exception {
    String password = Files.readString(home.resolve("secrets/operator.password")).strip();
    token =
        send("POST", core + "/api/login", Map.of("user", "operator", "password", password), "")
            .path("token")
            .asText();
    command(
        "/api/companies",
        Map.of("code", company, "name", company, "currency", "EUR", "negativeStock", true));
    String base = "/api/companies/" + company;
    command(
        base + "/parties",
        Map.of("code", "C1", "name", "Customer", "roles", List.of("customer"), "country", "Spain"));
    for (int i = 1; i <= 3; i++) {
      command(
          base + "/items",
          Map.of("code", "I" + i, "name", "Item " + i, "unit", "pcs", "kind", "stocked"));
    }
  }

  private void post(int rate, int seconds) throws InterruptedException {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(8);
    Map<String, Object> sale =
        Map.of(
            "customer",
            "C1",
            "lines",
            List.of(line("I1", "5.00"), line("I2", "3"), line("I3", "2")));
    String path = "/api/companies/" + company + "/sales/invoices";
    for (int i = 0; i < rate * seconds; i++) {
      clock.schedule(
          () -> {
            try {
              command(path, sale);
              answered.add(System.nanoTime());
            } catch (Exception e) {
              failures.put(UUID.randomUUID().toString(), String.valueOf(e.getMessage()));
            }
          },
          i * 1_000_000L / rate,
          TimeUnit.MICROSECONDS);
    }
    clock.shutdown();
    clock.awaitTermination(seconds * 3L + 60, TimeUnit.SECONDS);
  }

  private static Map<String, Object> line(String item, String price) {
    return Map.of("item", item, "quantity", 1, "unitPrice", Double.valueOf(price));
  }

  // First sight of each version of the Delta log of bronze.
  private void watchLog() {
    Path log = home.resolve("lake/bronze/events/_delta_log");
    while (!isOver) {
      try (Stream<Path> files = Files.list(log)) {
        long now = System.nanoTime();
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("\\d{20}\\.json"))
            .forEach(name -> commits.putIfAbsent(Long.parseLong(name.substring(0, 20)), now));
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (IOException | InterruptedException e) {
        failures.put("log", e.toString());
      }
    }
  }

  private void watchBoard() {
    while (!isOver) {
      try {
        JsonNode answer =
            send("GET", cockpit + "/data/figures/sales/net-revenue?company=" + company
                + "&period=" + started.minusMonths(1) + ".." + started.plusMonths(1), null, "");
        long count = Math.round(answer.path("figure").path("value").asDouble() / 10.0);
        synchronized (shown) {
          shown.putIfAbsent(count, System.nanoTime());
        }
        TimeUnit.MILLISECONDS.sleep(200);
        boardTrouble = "";
      } catch (Exception e) {
        boardTrouble = String.valueOf(e.getMessage()); // expected until the company shows first
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitBoard(int invoices) {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < until) {
      synchronized (shown) {
        if (shown.ceilingKey((long) invoices) != null) {
          return;
        }
      }
      pause();
    }
    System.out.println(
        "The board did not show every invoice within 3 minutes. Its last answer was "
            + (boardTrouble.isEmpty() ? "a figure of too few invoices" : boardTrouble));
  }

  private List<Double> boardDelays(List<Long> sold) {
    List<Double> delays = new ArrayList<>();
    synchronized (shown) {
      for (int k = 0; k < sold.size(); k++) {
        Map.Entry<Long, Long> seen = shown.ceilingEntry((long) k + 1);
        delays.add(seen == null ? NEVER : (seen.getValue() - sold.get(k)) / 1e9);
      }
    }
    return delays;
  }

  private List<Double> bronzeDelays(List<Long> sold) throws Exception {
    Map<String, Long> versions = new HashMap<>();
    Path log = home.resolve("lake/bronze/events/_delta_log");
    for (long version : commits.keySet()) {
      for (String action : Files.readAllLines(log.resolve("%020d.json".formatted(version)))) {
        JsonNode add = JSON.readTree(action).path("add");
        if (add.has("path")) {
          versions.put(fileName(add.path("path").asText()), version);
        }
      }
    }
    String rows =
        text(
            "select _metadata.file_name as file, count(*) as invoices from bronze.events"
                + " where company = '"
                + company
                + "' and type = 'sales.invoice-posted' group by 1");
    TreeMap<Long, Long> counts = new TreeMap<>();
    rows.lines().skip(1).map(row -> row.split(",")).forEach(
        row -> counts.merge(versions.getOrDefault(row[0], -1L), Long.parseLong(row[1]), Long::sum));
    List<Double> delays = new ArrayList<>();
    int k = 0;
    for (Map.Entry<Long, Long> count : counts.entrySet()) {
      Long seen = commits.get(count.getKey());
      for (long i = 0; i < count.getValue() && k < sold.size(); i++, k++) {
        delays.add(seen == null ? NEVER : (seen - sold.get(k)) / 1e9);
      }
    }
    if (k < sold.size()) {
      System.out.println("bronze holds " + k + " of " + sold.size() + " invoices");
      delays.addAll(Collections.nCopies(sold.size() - k, NEVER));
    }
    return delays;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean tell(String stage, List<Double> delays, double limit) {
    List<Double> sorted = delays.stream().sorted().toList();
    if (sorted.isEmpty()) {
      System.out.println(stage + ": nothing arrived");
      return false;
    }
    long unseen = sorted.stream().filter(delay -> delay == NEVER).count();
    if (unseen > 0) {
      System.out.printf("%s: %d of %d were never seen there%n", stage, unseen, sorted.size());
      return false;
    }
    double median = sorted.get(sorted.size() / 2);
    double p95 = sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    double most = sorted.get(sorted.size() - 1);
    System.out.printf(
        "posted -> %-6s  n %d  p50 %.2f s  p95 %.2f s  max %.2f s  limit p95 %.0f s  ratio %.2f%n",
        stage, sorted.size(), Math.max(0, median), Math.max(0, p95), most, limit, p95 / limit);
    return p95 <= limit;
  }

  private void command(String path, Map<String, Object> body) throws Exception {
    send("POST", core + path, body, UUID.randomUUID().toString());
  }

  private JsonNode send(String verb, String url, Object body, String key) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token);
    if (token.isEmpty()) {
      request.setHeader("Authorization", "none");
    }
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpResponse<String> answer =
        client.send(request.method(verb, content).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(url + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private String text(String sql) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(warehouse + "/lake"))
            .header(
                "Authorization",
                "Bearer " + Files.readString(home.resolve("secrets/warehouse.token")).strip())
            .POST(HttpRequest.BodyPublishers.ofString(sql))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
