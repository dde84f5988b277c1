import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Order of five lines, delivery, invoice and payment: over HTTP against the core, and as one
 * function inside the database. Arguments: CORE-URL CORE-PID JDBC-URL SERVER-PID PASSWORD FLOWS
 * CLIENTS ORDER-LINES. Processor time is that of the processes, user and system, from /proc.
 */
final class OrderToCash {
  private static final int ITEMS = 10_000;
  private static final int CUSTOMERS = 5_000;
  private static final int LINES = 5;
  private static final int TEMPLATES = 500;
  private static final String COMPANY = "CASH";
  private static final double TICK_MS = 10; // of /proc, 100 a second
  private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
  private static final Pattern AMOUNT = Pattern.compile("\"netAmount\":([0-9.]+)");

  private final String core;
  private final long corePid;
  private final String jdbc;
  private final long serverPid;
  private final String password;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong seed = new AtomicLong(1);
  private final List<Connection> open = Collections.synchronizedList(new ArrayList<>());

  private OrderToCash(String... arguments) {
    core = arguments[0];
    corePid = Long.parseLong(arguments[1]);
    jdbc = arguments[2];
    serverPid = Long.parseLong(arguments[3]);
    password = arguments[4];
  }

  /** What one kind of flow took. */
  private record Seen(double coreMs, double databaseMs, double perSecond, double[] sorted) {
    double percentile(double share) {
      return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    String row(String name) {
      return "%-28s %8.2f %8.2f %8.1f %8.1f %8.1f %8.1f"
          .formatted(
              name,
              coreMs,
              databaseMs,
              perSecond,
              percentile(0.50),
              percentile(0.95),
              percentile(0.99));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(OrderToCash::failed);
    OrderToCash bench = new OrderToCash(arguments);
    int flows = Integer.parseInt(arguments[5]);
    int clients = Integer.parseInt(arguments[6]);
    long lines = Long.parseLong(arguments[7]);
    bench.run(flows, clients, lines);
    System.exit(0);
  }

  private static void failed(Thread thread, Throwable failure) {
    failure.printStackTrace();
    System.exit(1);
  }

  private void run(int flows, int clients, long lines) throws Exception {
    prepare(login());
    script("floor.sql", Map.of());
    flows(clients, TEMPLATES, this::overHttp);
    flows(clients, 2 * TEMPLATES, this::overHttp); // the compiler of the core has settled
    flows(1, TEMPLATES, this::asFunction);
    Seen empty = flows(clients, flows, this::overHttp);
    Seen floorEmpty = flows(1, flows, this::asFunction);
    System.out.println(head());
    System.out.println(empty.row("core, empty"));
    System.out.println(floorEmpty.row("function, empty"));
    if (lines > 0) {
      long begun = System.nanoTime();
      script("fill.sql", Map.of("lines", Long.toString(lines)));
      System.out.printf(
          "filled with %,d order lines in %.0f s%n", lines, (System.nanoTime() - begun) / 1e9);
      flows(clients, TEMPLATES, this::overHttp);
      Seen old = flows(clients, flows, this::overHttp);
      Seen floorOld = flows(1, flows, this::asFunction);
      System.out.println(head());
      System.out.println(old.row("core, old"));
      System.out.println(floorOld.row("function, old"));
      ratio("core, processor a flow", old.coreMs(), 8);
      ratio("database, processor a flow", old.databaseMs(), 3);
      ratio("database, old to empty", old.databaseMs() / empty.databaseMs(), 1.1);
      ratio("core, old to empty", old.coreMs() / empty.coreMs(), 1.1);
    }
  }

  private static String head() {
    return "%-28s %8s %8s %8s %8s %8s %8s"
        .formatted("ms a flow", "core", "database", "flows/s", "p50", "p95", "p99");
  }

  private static void ratio(String what, double seen, double limit) {
    System.out.printf("%s: %.2f; limit %.2f; ratio %.2f%n", what, seen, limit, limit / seen);
  }

  /** Runs flows with so many clients and counts the processor time of core and sessions. */
  private Seen flows(int clients, int count, Client client) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    List<Callable<List<Double>>> work = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Random random = new Random(seed.incrementAndGet());
      int own = count / clients;
      work.add(() -> client.run(own, random));
    }
    double coreBefore = ticks(corePid);
    double databaseBefore = sessions();
    long begun = System.nanoTime();
    List<Double> took = new ArrayList<>();
    for (Future<List<Double>> each : pool.invokeAll(work)) {
      took.addAll(each.get());
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double flows = took.size();
    Collections.sort(took);
    pool.shutdownNow();
    Seen seen =
        new Seen(
            (ticks(corePid) - coreBefore) * TICK_MS / flows,
            (sessions() - databaseBefore) * TICK_MS / flows,
            flows / seconds,
            took.stream().mapToDouble(d -> d).toArray());
    for (Connection connection : open) {
      connection.close();
    }
    open.clear();
    return seen;
  }

  private interface Client {
    /** Does so many flows; the milliseconds of each. */
    List<Double> run(int flows, Random random) throws Exception;
  }

  private List<Double> overHttp(int flows, Random random) throws Exception {
    String token = login();
    List<Double> took = new ArrayList<>();
    String sales = "/api/companies/" + COMPANY + "/sales/";
    for (int i = 0; i < flows; i++) {
      long begun = System.nanoTime();
      String order = post(sales + "orders", order(random), token, 0);
      String number = found(NUMBER, order);
      post(sales + "orders/" + number + "/deliveries", "{}", token, 1);
      String invoice = post(sales + "orders/" + number + "/invoices", "{}", token, 2);
      String pay = "{\"amount\":" + found(AMOUNT, invoice) + "}";
      post(sales + "invoices/" + found(NUMBER, invoice) + "/payments", pay, token, 1);
      took.add((System.nanoTime() - begun) / 1e6);
    }
    return took;
  }

  private static String order(Random random) {
    String lines =
        items(random).stream()
            .map(
                item ->
                    "{\"item\":\"I%05d\",\"quantity\":%d,\"unitPrice\":%d.%02d}"
                        .formatted(
                            item,
                            1 + random.nextInt(5),
                            5 + random.nextInt(90),
                            random.nextInt(100)))
            .collect(Collectors.joining(","));
    return "{\"customer\":\"C%05d\",\"lines\":[%s]}"
        .formatted(1 + random.nextInt(CUSTOMERS), lines);
  }

  private static List<Integer> items(Random random) {
    return IntStream.generate(() -> 1 + random.nextInt(ITEMS))
        .distinct()
        .limit(LINES)
        .boxed()
        .toList();
  }

  private List<Double> asFunction(int flows, Random random) throws Exception {
    List<Double> took = new ArrayList<>();
    Connection connection = connection();
    open.add(connection); // a session that ended takes its processor time with it
    try (PreparedStatement call =
        connection.prepareStatement("select floor.flow(?, ?, ?::text[], ?)")) {
      for (int i = 0; i < flows; i++) {
        String items =
            items(random).stream()
                .map("I%05d"::formatted)
                .collect(Collectors.joining(",", "{", "}"));
        long begun = System.nanoTime();
        call.setString(1, COMPANY);
        call.setString(2, "C%05d".formatted(1 + random.nextInt(CUSTOMERS)));
        call.setString(3, items);
        call.setInt(4, 1 + random.nextInt(5));
        call.executeQuery();
        took.add((System.nanoTime() - begun) / 1e6);
      }
    }
    return took;
  }

  /** A company with its items, customers and opening stock. */
  private void prepare(String token) throws Exception {
    post(
        "/api/companies",
        "{\"code\":\"%s\",\"name\":\"Cash\",\"currency\":\"EUR\",\"negativeStock\":false}"
            .formatted(COMPANY),
        token,
        0);
    script(
        "masters.sql",
        Map.of("items", Integer.toString(ITEMS), "customers", Integer.toString(CUSTOMERS)));
    for (int first = 1; first <= ITEMS; first += 500) {
      String lines =
          IntStream.range(first, first + 500)
              .mapToObj(
                  i ->
                      "{\"item\":\"I%05d\",\"quantity\":1000000,\"unitCost\":%d.25}"
                          .formatted(i, 2 + i % 40))
              .collect(Collectors.joining(","));
      post(
          "/api/companies/" + COMPANY + "/stock/movements",
          "{\"occurredAt\":\"2025-01-02T08:00:00Z\",\"lines\":[" + lines + "]}",
          token,
          0);
    }
    script("settle.sql", Map.of());
  }

  private String login() throws IOException, InterruptedException {
    String body = "{\"user\":\"admin\",\"password\":\"" + password + "\"}";
    return found(Pattern.compile("\"token\":\"([^\"]+)\""), post("/api/login", body, "", 0));
  }

  private String post(String path, String body, String token, int version)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(core + path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (version > 0) {
      request.header("If-Match", "\"" + version + "\"");
    }
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(jdbc, "core_owner", password);
  }

  /** Runs a file of SQL; :name stands for a number given here. */
  private void script(String file, Map<String, String> given) throws Exception {
    String sql = Files.readString(Path.of(System.getProperty("scripts"), file));
    for (Map.Entry<String, String> each : given.entrySet()) {
      sql = sql.replace(":" + each.getKey(), each.getValue());
    }
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String part : sql.split("\n-- then\n")) {
        statement.execute(part);
      }
    }
  }

  /** The processor time of the sessions of the server, those that ended included. */
  private double sessions() throws IOException {
    double ticks = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : (Iterable<Path>) processes::iterator) {
        ticks += process.getFileName().toString().matches("\\d+") ? ofSession(process) : 0;
      }
    }
    return ticks;
  }

  private double ofSession(Path process) {
    try {
      String[] stat = stat(process);
      String title = Files.readString(process.resolve("cmdline"));
      boolean isSession = Long.parseLong(stat[1]) == serverPid && title.contains("core");
      return isSession ? Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]) : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  private static double ticks(long pid) throws IOException {
    String[] stat = stat(Path.of("/proc/" + pid));
    return Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]);
  }

  /** The fields after the name: state, parent, ..., 11 user, 12 system. */
  private static String[] stat(Path process) throws IOException {
    String line = Files.readString(process.resolve("stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }
}
