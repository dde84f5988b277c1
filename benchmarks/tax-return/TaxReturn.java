import java.math.BigDecimal;
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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws a return over many tax lines again and again, files it, and holds its sums against the
 * lines. Arguments: CORE-URL JDBC-URL PASSWORD LINES TIMES.
 */
final class TaxReturn {
  private static final double LIMIT_SECONDS = 5;
  private static final String QUARTER = "{\"firstDay\":\"2026-01-01\",\"lastDay\":\"2026-03-31\"}";

  private final String core;
  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  private TaxReturn(String core) {
    this.core = core;
  }

  public static void main(String[] arguments) throws Exception {
    TaxReturn bench = new TaxReturn(arguments[0]);
    long lines = Long.parseLong(arguments[3]);
    int times = Integer.parseInt(arguments[4]);
    bench.token =
        found(
            "\"token\":\"([^\"]+)\"",
            bench.post("/api/login", "{\"user\":\"admin\",\"password\":\"" + arguments[2] + "\"}"));
    String jdbc = arguments[1];
    try (Connection database = DriverManager.getConnection(jdbc, "core_owner", arguments[2])) {
      List<Double> filed = new ArrayList<>();
      for (int i = 1; i <= times; i++) {
        filed.add(bench.round(database, "TAX" + i, lines));
      }
      double worst = filed.stream().mapToDouble(each -> each).max().orElseThrow();
      System.out.printf(
          "slowest return over %,d tax lines, drawn and filed: %.2f s; limit %.0f s; ratio %.2f%n",
          lines, worst, LIMIT_SECONDS, worst / LIMIT_SECONDS);
      if (worst > LIMIT_SECONDS) {
        System.exit(1);
      }
    }
  }

  /** A company of its own: what a return would say, then the return. Seconds of both. */
  private double round(Connection database, String company, long lines) throws Exception {
    post(
        "/api/companies",
        "{\"code\":\"%s\",\"name\":\"Taxes\",\"currency\":\"EUR\",\"negativeStock\":false}"
            .formatted(company));
    String fill =
        Files.readString(Path.of(System.getProperty("scripts")).resolve("fill.sql"))
            .replace(":company", "'" + company + "'")
            .replace(":lines", String.valueOf(lines));
    try (Statement statement = database.createStatement()) {
      statement.execute(fill);
      statement.execute("analyze tax.entry");
    }
    String base = "/api/companies/" + company + "/tax/";
    long begun = System.nanoTime();
    post(base + "return-drafts", QUARTER);
    double drawn = (System.nanoTime() - begun) / 1e9;
    begun = System.nanoTime();
    String answer = post(base + "returns", QUARTER);
    double filed = (System.nanoTime() - begun) / 1e9;
    BigDecimal output = new BigDecimal(found("\"outputTax\":([-0-9.]+)", answer));
    BigDecimal input = new BigDecimal(found("\"inputTax\":([-0-9.]+)", answer));
    require(output, sum(database, company, "output"), "output tax");
    require(input, sum(database, company, "input"), "input tax");
    System.out.printf(
        "%s: drawn in %.2f s, filed in %.2f s; output tax %s, input tax %s%n",
        company, drawn, filed, output, input);
    return drawn + filed;
  }

  private static BigDecimal sum(Connection database, String company, String side) throws Exception {
    try (PreparedStatement statement =
        database.prepareStatement(
            "select sum(tax_amount) from tax.entry"
                + " where company = ? and side = ? and return_number is not null")) {
      statement.setString(1, company);
      statement.setString(2, side);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBigDecimal(1);
      }
    }
  }

  private static void require(BigDecimal told, BigDecimal lines, String what) {
    if (told.compareTo(lines) != 0) {
      throw new IllegalStateException(
          "The return tells %s %s, its lines come to %s".formatted(what, told, lines));
    }
  }

  private String post(String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(core + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String found(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("'" + pattern + "' is not in " + text);
    }
    return found.group(1);
  }
}
