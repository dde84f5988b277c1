package org.millrace.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Whatever is bought, sold, delivered, cancelled and counted: goods are reserved once. */
class AnySequenceReservesTest {
  private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");

  private final TestingCore core = TestingCore.running();

  @Property(tries = 8)
  void neverReservesMoreThanLiesThereOrIsWanted(
      @ForAll long seed, @ForAll @IntRange(min = 10, max = 30) int acts) {
    String company = core.newCompany().value();
    String base = "/api/companies/" + company;
    open(base);
    Random random = new Random(seed);
    for (int i = 0; i < acts; i++) {
      assertThat(act(base, random).status()).isIn(200, 201, 404, 409, 412, 422);
    }
    JsonNode row = core.get(base + "/stock/availability").expecting(200).json().at("/rows/0");
    BigDecimal onHand = number(row, "onHand");
    BigDecimal reserved = number(row, "reserved");
    assertThat(onHand).isEqualByComparingTo(sum("sum(quantity) from stock.movement", company));
    assertThat(number(row, "available")).isEqualByComparingTo(onHand.subtract(reserved));
    BigDecimal wanted =
        sum(
            "sum(l.quantity - l.delivered_quantity) from sales.order_line l"
                + " join sales.sales_order o using (company, number)"
                + " where o.status = 'open' and company",
            company);
    assertThat(reserved).isEqualByComparingTo(onHand.max(BigDecimal.ZERO).min(wanted));
    assertThat(number(row, "waiting")).isEqualByComparingTo(wanted.subtract(reserved));
    assertThat(number(row, "onOrder"))
        .isEqualByComparingTo(
            sum(
                "sum(l.quantity - l.received_quantity) from purchasing.order_line l"
                    + " join purchasing.purchase_order o on o.company = l.company"
                    + " and o.number = l.order_number"
                    + " where o.status = 'open' and l.company",
                company));
    assertThat(toldLast(company)).isEqualTo(asked(base));
    goesByDayThenPriority(base, onHand);
  }

  /** Goods are handed out in one order, no piece twice, and the dispatch list says the same. */
  private void goesByDayThenPriority(String base, BigDecimal onHand) {
    BigDecimal left = onHand.max(BigDecimal.ZERO);
    String last = "";
    Map<String, String> ready = new HashMap<>();
    for (JsonNode row : core.get(base + "/stock/reservations").json().get("rows")) {
      int rank = PRIORITIES.indexOf(row.get("priority").asString());
      String turn = row.get("wantedOn").asString() + " " + rank;
      assertThat(turn).isGreaterThanOrEqualTo(last);
      last = turn;
      assertThat(number(row, "reserved")).isEqualByComparingTo(left.min(number(row, "wanted")));
      left = left.subtract(number(row, "reserved"));
      put(ready, row, "wanted", "reserved");
    }
    Map<String, String> dispatched = new HashMap<>();
    for (JsonNode row : core.get(base + "/sales/dispatch").json().get("rows")) {
      dispatched.put(
          row.get("orderNumber").asString(),
          number(row, "readyQuantity") + " of " + number(row, "openQuantity"));
    }
    assertThat(dispatched).isEqualTo(ready);
  }

  private void open(String base) {
    core.post(
            base + "/parties",
            """
            {"code": "P", "name": "Both", "roles": ["customer", "supplier"], "country": "France"}
            """)
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BELL\", \"name\": \"Bell\"}").expecting(201);
    core.post(
            base + "/stock/movements",
            "{\"lines\": [{\"item\": \"BELL\", \"quantity\": 5, \"unitCost\": 2}]}")
        .expecting(201);
  }

  private HttpAnswer act(String base, Random random) {
    String sale = base + "/sales/orders/SO-00000" + (1 + random.nextInt(5));
    Map<String, String> version = Map.of("If-Match", "\"" + (1 + random.nextInt(2)) + "\"");
    int pieces = 1 + random.nextInt(9);
    String line = "\"lines\": [{\"item\": \"BELL\", \"quantity\": %d, \"%s\": 2}]}";
    return switch (random.nextInt(12)) {
      case 0 ->
          core.post(
              base + "/purchasing/orders",
              "{\"supplier\": \"P\", " + line.formatted(pieces, "unitPrice"));
      case 1 -> core.post(latestPurchase(base) + "/receipts", "{}", version);
      case 2 -> core.post(sale + "/deliveries", "{}", version);
      case 3 -> core.post(sale + "/cancel", "{}", version);
      case 4 -> core.post(sale + "/reschedule", "{%s}".formatted(turn(random)), version);
      case 5 ->
          core.post(
              base + "/stock/movements",
              "{" + line.formatted(random.nextInt(2) == 0 ? -pieces : pieces, "unitCost"));
      default ->
          core.post(
              base + "/sales/orders",
              "{\"customer\": \"P\", %s, ".formatted(turn(random))
                  + line.formatted(pieces, "unitPrice"));
    };
  }

  private static String turn(Random random) {
    String priority = PRIORITIES.get(random.nextInt(4));
    return "\"requestedDate\": \"%s\", \"priority\": \"%s\"".formatted(day(random), priority);
  }

  private static String day(Random random) {
    return "2099-03-0" + (1 + random.nextInt(2));
  }

  private String latestPurchase(String base) {
    JsonNode rows = core.get(base + "/purchasing/orders").json().get("rows");
    String number = rows.isEmpty() ? "NONE" : rows.get(0).get("number").asString();
    return base + "/purchasing/orders/" + number;
  }

  /** What the newest event of each document says. */
  private Map<String, String> toldLast(String company) {
    Map<String, String> told = new HashMap<>();
    core.jdbc()
        .sql(
            "select payload from outbox.event where company = ?"
                + " and type = 'stock.goods-reserved' order by aggregate_id, aggregate_version")
        .param(company)
        .query(
            row -> {
              JsonNode event = org.millrace.json.Json.mapper().readTree(row.getString(1));
              put(told, event, "wantedQuantity", "reservedQuantity");
            });
    return told;
  }

  private Map<String, String> asked(String base) {
    Map<String, String> asked = new HashMap<>();
    core.get(base + "/stock/reservations")
        .json()
        .get("rows")
        .forEach(row -> put(asked, row, "wanted", "reserved"));
    return asked;
  }

  private static void put(Map<String, String> all, JsonNode row, String wanted, String reserved) {
    String number = row.get("document").get("number").asString();
    if (number(row, wanted).signum() == 0) {
      all.remove(number);
    } else {
      all.put(number, number(row, reserved) + " of " + number(row, wanted));
    }
  }

  private static BigDecimal number(JsonNode row, String field) {
    return new BigDecimal(row.get(field).decimalValue().stripTrailingZeros().toPlainString());
  }

  private BigDecimal sum(String sums, String company) {
    String where = sums.contains(" where ") ? " = ?" : " where company = ?";
    String sql = "select coalesce(" + sums.replaceFirst("\\) from ", "), 0) from ") + where;
    return core.jdbc().sql(sql).param(company).query(BigDecimal.class).single();
  }
}
