import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for pages of a list of many orders and for documents, one after the other as a person does.
 * Arguments: CORE-URL JDBC-URL PASSWORD ORDERS TIMES.
 */
final class Lists {
  private static final double LIST_MS = 200;
  private static final double DOCUMENT_MS = 150;
  private static final String BASE = "/api/companies/LISTS";

  private final String core;
  private final int times;
  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  private Lists(String core, int times) {
    this.core = core;
    this.times = times;
  }

  public static void main(String[] arguments) throws Exception {
    Lists bench = new Lists(arguments[0], Integer.parseInt(arguments[4]));
    long orders = Long.parseLong(arguments[3]);
    bench.token =
        found(
            "\"token\":\"([^\"]+)\"",
            bench.post("/api/login", "{\"user\":\"admin\",\"password\":\"" + arguments[2] + "\"}"));
    bench.post(
        "/api/companies",
        "{\"code\":\"LISTS\",\"name\":\"Lists\",\"currency\":\"EUR\",\"negativeStock\":false}");
    long begun = System.nanoTime();
    fill(arguments[1], arguments[2], orders);
    System.out.printf(
        "filled with %,d orders in %.0f s%n", orders, (System.nanoTime() - begun) / 1e9);
    bench.run(orders);
  }

  private void run(long orders) throws Exception {
    String some = "SO-%07d".formatted(orders / 3);
    List<String> lists =
        List.of(
            "",
            "page=2",
            "page=" + orders / 100,
            "size=500",
            "status=open",
            "status=cancelled",
            "status=invoiced&page=40",
            "status=open&status=cancelled",
            "customer=C00042",
            "customer=C00042&status=invoiced",
            "customer.has=0042",
            "customer.name.has=Customer 42",
            "customer.country=FR",
            "number=" + some,
            "orderDate.from=2025-01-01",
            "orderDate.from=2021-03-01&orderDate.to=2021-03-07",
            "requestedDate.to=2020-02-01",
            "netAmount.from=9990",
            "netAmount.to=0.05",
            "quotation=QU-1",
            "sort=netAmount",
            "sort=-netAmount",
            "sort=orderDate",
            "sort=-orderDate",
            "sort=customer",
            "sort=customer.name,-orderDate",
            "sort=status",
            "sort=-requestedDate",
            "status=invoiced&sort=-netAmount",
            "customer.country=IE&sort=orderDate",
            "lines.item=I00013&status=open",
            "tag=urgent",
            "search=" + some,
            "search=00042",
            "search=Customer 42",
            "search=nobody at all",
            "search=zz",
            "search=4");
    System.out.printf("%-52s %8s %8s %8s%n", "list of orders, ms", "p50", "p95", "rows");
    double worst = 0;
    for (String query : lists) {
      worst =
          Math.max(
              worst,
              measured(
                  query.isEmpty() ? "all" : query, List.of("/sales/orders?" + encoded(query))));
    }
    for (String text : List.of(some, "00042", "Customer 42", "9990", "nobody at all")) {
      worst =
          Math.max(
              worst,
              measured("everything: " + text, List.of("/documents?search=" + encoded(text))));
    }
    double page =
        measured(
            "page of a document",
            List.of(
                "/sales/orders/" + some,
                "/documents/sales/order/" + some + "/links",
                "/documents/sales/order/" + some + "/comments"));
    told("slowest list, p95", worst, LIST_MS);
    told("page of a document, p95", page, DOCUMENT_MS);
  }

  private static void told(String what, double seen, double limit) {
    System.out.printf("%s: %.1f ms; limit %.0f ms; ratio %.2f%n", what, seen, limit, limit / seen);
  }

  /** The 95th percentile of asking for all the paths one after the other. */
  private double measured(String name, List<String> paths) throws Exception {
    double[] took = new double[times];
    String total = "";
    for (int i = -3; i < times; i++) {
      long begun = System.nanoTime();
      for (String path : paths) {
        total = get(BASE + path);
      }
      if (i >= 0) {
        took[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(took);
    double p95 = took[(int) Math.ceil(0.95 * times) - 1];
    Matcher rows = Pattern.compile("\"total\":(\\d+)").matcher(total);
    System.out.printf(
        "%-52s %8.1f %8.1f %8s%n", name, took[times / 2], p95, rows.find() ? rows.group(1) : "");
    return p95;
  }

  private static String encoded(String query) {
    return query.replace(" ", "%20");
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(core + path)).GET());
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(core + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          answer.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static void fill(String jdbc, String password, long orders) throws Exception {
    String sql = Files.readString(Path.of(System.getProperty("scripts"), "fill.sql"));
    try (Connection connection = DriverManager.getConnection(jdbc, "core_owner", password);
        Statement statement = connection.createStatement()) {
      List<String> parts =
          new ArrayList<>(
              List.of(sql.replace(":orders", Long.toString(orders)).split("\n-- then\n")));
      for (String part : parts) {
        statement.execute(part);
      }
    }
  }
}
