package org.millrace.deploy.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A company that makes bicycles of two wheels each, buys wheels in lots of 50 and sells bells over
 * the counter, which come in tens; 30 bicycles and 50 wheels lie there. Its planner has no other
 * role than that.
 */
final class BicycleWorks {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final String PASSWORD = "nothing but a test";

  private final MillraceCommand millrace;
  private final String company;
  private final CoreUser admin;
  private final CoreUser planner;
  private final String monday =
      LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toString();

  private BicycleWorks(MillraceCommand millrace, String company, CoreUser admin, CoreUser planner) {
    this.millrace = millrace;
    this.company = company;
    this.admin = admin;
    this.planner = planner;
  }

  /** Opens the company anew; its code is one that an instance of an earlier test lacks. */
  static BicycleWorks opened(MillraceCommand millrace) throws IOException {
    String password = Files.readString(millrace.home().resolve("secrets/admin.password")).strip();
    CoreUser admin = CoreUser.login(millrace, "admin", password);
    String company = "WORKS-" + Long.toString(Instant.now().getEpochSecond(), 36).toUpperCase();
    String user = "planner of " + company;
    admin.post(
        "/api/users", Map.of("name", user, "password", PASSWORD, "roles", List.of("planner")));
    admin.post(
        "/api/companies", Map.of("code", company, "name", "Bicycle works", "currency", "EUR"));
    BicycleWorks works =
        new BicycleWorks(millrace, company, admin, CoreUser.login(millrace, user, PASSWORD));
    works.furnish();
    works.buyBells();
    works.sellBells();
    return works;
  }

  private void furnish() {
    planner.post(at("/parties"), party("RIMS", "supplier"));
    planner.post(at("/parties"), party("CITY", "customer"));
    planner.post(at("/items"), Map.of("code", "WHEEL", "name", "Wheel"));
    planner.post(at("/items"), Map.of("code", "BELL", "name", "Bell"));
    planner.post(
        at("/items"),
        Map.of(
            "code",
            "BIKE",
            "name",
            "Bicycle",
            "materials",
            List.of(Map.of("item", "WHEEL", "quantity", 2))));
    planner.put(
        at("/planning/item-policies/WHEEL"),
        Map.of(
            "source",
            "buy",
            "lotRule",
            "multiple",
            "lotQuantity",
            50,
            "supplier",
            "RIMS",
            "unitPrice",
            20));
    planner.put(
        at("/planning/item-policies/BELL"),
        Map.of("source", "buy", "lotRule", "multiple", "lotQuantity", 10));
    planner.put(at("/planning/item-policies/BIKE"), Map.of("source", "make", "leadDays", 3));
    planner.post(
        at("/stock/movements"),
        Map.of("lines", List.of(found("BIKE", 30, 60), found("WHEEL", 50, 20))));
  }

  /** Far more than are ever asked for; they were 10 and 14 days on their way. */
  private void buyBells() {
    for (int daysOnTheWay : List.of(10, 14)) {
      Map<String, Object> line = Map.of("item", "BELL", "quantity", 2_500, "unitPrice", 1);
      JsonNode order =
          admin.post(
              at("/purchasing/orders"),
              Map.of("supplier", "RIMS", "lines", List.of(line), "occurredAt", daysAgo(70)));
      admin.post(
          at("/purchasing/orders/" + order.path("number").asText() + "/receipts"),
          Map.of("occurredAt", daysAgo(70 - daysOnTheWay)),
          1);
    }
  }

  private static String daysAgo(int days) {
    return Instant.now().minus(days, ChronoUnit.DAYS).toString();
  }

  /** Ten a week in each of the last five weeks. */
  private void sellBells() {
    for (int week = 5; week >= 1; week--) {
      admin.post(
          at("/sales/invoices"),
          Map.of(
              "customer",
              "CITY",
              "lines",
              List.of(Map.of("item", "BELL", "quantity", 10, "unitPrice", 3)),
              "occurredAt",
              daysAgo(7 * week)));
    }
  }

  /** Makes known a customer who buys nothing. */
  void register(String customer) {
    planner.post(at("/parties"), party(customer, "customer"));
  }

  static Map<String, Object> party(String code, String role) {
    return Map.of("code", code, "name", code, "roles", List.of(role), "country", "Italy");
  }

  static Map<String, Object> found(String item, int quantity, int unitCost) {
    return Map.of("item", item, "quantity", quantity, "unitCost", unitCost);
  }

  String company() {
    return company;
  }

  /** Confirms a customer's order over so many bicycles; returns its number. */
  String orderBikes(int quantity) {
    Map<String, Object> line = Map.of("item", "BIKE", "quantity", quantity, "unitPrice", 250);
    return admin
        .post(at("/sales/orders"), Map.of("customer", "CITY", "lines", List.of(line)))
        .path("number")
        .asText();
  }

  /** Waits for the plan by all that is recorded now; returns what taking it did in the core. */
  JsonNode awaitPlan() {
    millrace.expect("run", "plan", "--company", company);
    long version =
        Long.parseLong(
            millrace.lakeFigure(
                "select max(plan_version) from gold.plan_version where company = '"
                    + company
                    + "'"));
    await(
        "plan " + version + " of company " + company + " in the core",
        () -> newestPlan().path("planVersion").asLong() >= version);
    return newestPlan();
  }

  private JsonNode newestPlan() {
    return planner.get(at("/planning/plans")).path("rows").path(0);
  }

  /** The proposals that a list of the core shows. */
  List<JsonNode> proposals(String filter) {
    List<JsonNode> rows = new ArrayList<>();
    planner.get(at("/planning/proposals?" + filter)).path("rows").forEach(rows::add);
    return rows;
  }

  /** Approves the one open proposal of an item; returns it as it is afterwards. */
  JsonNode approve(String item) {
    JsonNode open =
        proposals("state=open").stream()
            .filter(proposal -> proposal.path("item").asText().equals(item))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No open proposal for " + item));
    String id = URLEncoder.encode(open.path("id").asText(), StandardCharsets.UTF_8);
    return planner.post(at("/planning/proposals/" + id + "/approve"), Map.of());
  }

  /** What is proposed, in words. */
  static String words(JsonNode proposal) {
    return "%s %d %s"
        .formatted(
            proposal.path("source").asText(),
            proposal.path("quantity").asInt(),
            proposal.path("item").asText());
  }

  /** The document that an approval made. */
  JsonNode documentOf(JsonNode approved) {
    JsonNode document = approved.path("decision").path("document");
    String kind =
        switch (document.path("type").asText()) {
          case "purchase-order" -> "/purchasing/orders/";
          case "work-order" -> "/production/work-orders/";
          default -> throw new AssertionError("No document came of " + approved);
        };
    return read(kind + document.path("number").asText());
  }

  /** The sales orders behind the proposal that a document names as its demand. */
  List<String> ordersBehind(JsonNode demand) {
    List<String> orders = new ArrayList<>();
    if (demand.path("type").asText().equals("proposal")) {
      for (JsonNode peg : read("/planning/proposals/" + coded(demand)).path("pegs")) {
        if (peg.path("reason").asText().equals("sales-order")) {
          orders.add(peg.path("document").asText());
        }
      }
    }
    return orders;
  }

  private static String coded(JsonNode demand) {
    return URLEncoder.encode(demand.path("number").asText(), StandardCharsets.UTF_8);
  }

  /** Expects so many bells next week, whatever the forecast says. */
  void overrideBells(int quantity) {
    planner.put(
        at("/planning/forecast-overrides"),
        Map.of("item", "BELL", "period", monday, "quantity", quantity, "note", "The bell ringers"));
  }

  void withdrawOverride() {
    planner.post(
        at("/planning/forecast-overrides/withdraw"), Map.of("item", "BELL", "period", monday));
  }

  /** How many bells the mart expects next week, and by whose word. */
  String publishedBells() {
    return millrace.figure(
        ("select concat_ws(' by override ', round(forecast), round(override))"
                + " from demand_forecast"
                + " where company = '%s' and item = 'BELL' and period = date '%s'")
            .formatted(company, monday));
  }

  /**
   * The lead time by which the stock policy keeps bells, of which the planner set the lots only.
   */
  String leadTimeOfBells() {
    millrace.expect("run", "stock-policy");
    return millrace.lakeFigure(
        ("select concat_ws(' ± ', lead_days, lead_deviation_days) from gold.stock_policy"
                + " where company = '%s' and item = 'BELL' order by as_of desc limit 1")
            .formatted(company));
  }

  JsonNode read(String path) {
    return planner.get(at(path));
  }

  /** Who sent the company's plans to the core, as its audit has it. */
  List<String> sendersOfPlans() {
    List<String> senders = new ArrayList<>();
    admin
        .get("/api/audit?search=" + company.toLowerCase(Locale.ROOT) + "/planning/plans")
        .path("rows")
        .forEach(row -> senders.add(row.path("actor").asText()));
    return senders;
  }

  private String at(String path) {
    return "/api/companies/" + company + path;
  }

  static void await(String what, BooleanSupplier isThere) {
    Instant until = Instant.now().plus(PATIENCE);
    while (!isThere.getAsBoolean()) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("Not there after %s: %s".formatted(PATIENCE, what));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
