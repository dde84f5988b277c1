package org.millrace.purchasing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What was paid to suppliers, and how long they took, read from their documents. */
class PurchasingHistoryApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void open() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    send("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    send("/parties", "{'code':'T','name':'Tyres','roles':['supplier'],'country':'China'}");
    send("/items", "{'code':'RIM','name':'Rim','unit':'pcs'}");
    send("/items", "{'code':'HUB','name':'Hub'}");
  }

  @Test
  void listsPricesOfOrdersAndBillsInBothCurrencies() {
    send(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.90'}");
    String order = order("'supplier':'S'", "2026-05-01", "2026-05-10", 10, "2.50");
    String abroad =
        order("'supplier':'T','currency':'USD','rate':'0.8'", "2026-05-03", "2026-05-20", 4, "3");
    receive(order, 1, "2026-05-09", 10);
    act(
        "/purchasing/orders/" + order + "/invoices",
        2,
        "{'invoiceDate':'2026-05-12','occurredAt':'2026-05-12T08:00:00Z',"
            + "'lines':[{'line':1,'quantity':10,'unitPrice':2.80,'discountPercent':10}]}");
    receive(abroad, 1, "2026-05-20", 4);
    act(
        "/purchasing/orders/" + abroad + "/invoices",
        2,
        "{'invoiceDate':'2026-05-21','occurredAt':'2026-05-21T08:00:00Z','currency':'USD',"
            + "'rate':'1/1.20','lines':[{'line':1,'quantity':4,'unitPrice':3}]}");
    String cancelled = order("'supplier':'S'", "2026-05-25", "2026-05-30", 1, "99");
    act("/purchasing/orders/" + cancelled + "/cancel", 1, "{'reason':'Mistyped'}");

    assertThat(told("/purchasing/price-history?sort=pricedOn", PRICE))
        .containsExactly(
            "order S RIM 2026-05-01 10 pcs 2.5 EUR 2.5",
            "order T RIM 2026-05-03 4 pcs 3 USD 2.4",
            "bill S RIM 2026-05-12 10 pcs 2.52 EUR 2.52",
            "bill T RIM 2026-05-21 4 pcs 3 USD 2.5");
    assertThat(told("/purchasing/price-history?supplier=T&kind=bill", PRICE)).hasSize(1);
    assertThat(told("/purchasing/price-history?item=HUB", PRICE)).isEmpty();
    assertThat(told("/purchasing/price-history?price.from=2.9&search=tyre", PRICE)).hasSize(2);
    JsonNode one = got("/purchasing/price-history/" + order + "-1");
    assertThat(one.get("orderNumber").asString()).isEqualTo(order);
    assertThat(one.get("supplierName").asString()).isEqualTo("Tubes");
    assertThat(core.get(base + "/purchasing/price-history/PO-9-9").expecting(404).body())
        .contains("Nothing is known of 'PO-9-9'");
  }

  @Test
  void leavesReversedBillsOut() {
    String order = order("'supplier':'S'", "2026-05-01", "2026-05-10", 10, "2.50");
    receive(order, 1, "2026-05-09", 10);
    String bill =
        act(
                "/purchasing/orders/" + order + "/invoices",
                2,
                "{'lines':[{'line':1,'quantity':10,'unitPrice':2.50}]}")
            .json()
            .get("number")
            .asString();
    assertThat(told("/purchasing/price-history", PRICE)).hasSize(2);
    act("/purchasing/invoices/" + bill + "/reverse", 1, "{'reason':'Wrong'}");
    assertThat(told("/purchasing/price-history", PRICE)).hasSize(1);
  }

  @Test
  void showsPricesToThoseAloneWhoSeeCosts() {
    order("'supplier':'S'", "2026-05-01", "2026-05-10", 10, "2.50");
    core.as("sales").get(base + "/purchasing/price-history").expecting(403);
    core.as("sales").get(base + "/purchasing/lead-time-history").expecting(403);
    core.as("sales").get(base + "/purchasing/supplier-lead-times").expecting(403);
    JsonNode stores =
        core.as("storekeeper").get(base + "/purchasing/price-history").expecting(200).json();
    assertThat(stores.at("/rows/0/item").asString()).isEqualTo("RIM");
    assertThat(stores.at("/rows/0").has("price")).isFalse();
    assertThat(stores.at("/rows/0").has("homePrice")).isFalse();
    core.as("storekeeper").get(base + "/purchasing/price-history?price.from=2").expecting(422);
    assertThat(core.as("buyer").get(base + "/purchasing/price-history").json().at("/rows/0/price"))
        .isNotNull();
    assertThat(exported("purchase-price-history", "buyer"))
        .contains(",price,")
        .contains(",RIM,Rim,10,pcs,2.5,EUR,2.5,EUR");
    assertThat(exported("purchase-price-history", "storekeeper"))
        .doesNotContain(",price,")
        .contains(",RIM,Rim,10,pcs,EUR,EUR");
  }

  @Test
  void tellsHowLongLinesTookAndWhatWasThereInTime() {
    String late = order("'supplier':'S'", "2026-05-01", "2026-05-10", 10, "2.50");
    act(
        "/purchasing/orders/" + late + "/confirmations",
        1,
        "{'promisedDate':'2026-05-15','occurredAt':'2026-05-02T08:00:00Z'}");
    receive(late, 2, "2026-05-09", 4);
    receive(late, 3, "2026-05-15", 4);
    receive(late, 4, "2026-05-20", 2);
    String early = order("'supplier':'S'", "2026-06-01", "2026-06-10", 30, "2.50");
    receive(early, 1, "2026-06-06", 30);
    String never = order("'supplier':'T'", "2026-06-01", "2026-06-10", 5, "2.50");
    String toCome = order("'supplier':'T'", "2026-06-01", "2999-06-10", 5, "2.50");

    assertThat(told("/purchasing/lead-time-history?sort=orderNumber", LEAD))
        .containsExactly(
            "S 2026-05-01 2026-05-10 2026-05-15 2026-05-09 2026-05-20 10 19 10 40 80",
            "S 2026-06-01 2026-06-10 2026-06-10 2026-06-06 2026-06-06 30 5 -4 100 100",
            "T 2026-06-01 2026-06-10 2026-06-10 - - 0 - - 0 0",
            "T 2026-06-01 2999-06-10 2999-06-10 - - 0 - - - -");
    assertThat(told("/purchasing/supplier-lead-times", BY_SUPPLIER))
        .containsExactly(
            "S RIM 2 2 40 2026-06-01 5 12 19 3 85 95", "T RIM 2 0 10 2026-06-01 - - - - 0 0");
    assertThat(got("/purchasing/lead-time-history/" + never + "-1").get("item").asString())
        .isEqualTo("RIM");
    assertThat(got("/purchasing/supplier-lead-times/S%2FRIM").get("lines").asInt()).isEqualTo(2);
    assertThat(told("/purchasing/lead-time-history?daysLate.from=1", LEAD)).hasSize(1);
    assertThat(exported("lead-time-history", "storekeeper")).contains(toCome).contains(",19,10,");
    assertThat(exported("supplier-lead-times", "storekeeper"))
        .contains("S/RIM,S,Tubes,RIM,Rim,2,2,40,2026-06-01,5,12.0,19,3.0,85.00,95.00");
  }

  @Test
  void countsWhatWentBackAsNotCome() {
    String order = order("'supplier':'S'", "2026-05-01", "2026-05-10", 10, "2.50");
    String receipt = receive(order, 1, "2026-05-09", 10).json().at("/receipt/number").asString();
    act(
        "/purchasing/orders/" + order + "/returns",
        2,
        "{'receipt':'%s','occurredAt':'2026-05-11T08:00:00Z','lines':[{'line':1,'quantity':4}]}"
            .formatted(receipt));
    assertThat(told("/purchasing/lead-time-history", LEAD))
        .containsExactly("S 2026-05-01 2026-05-10 2026-05-10 2026-05-09 - 6 - - 60 60");
    receive(order, 3, "2026-05-25", 4);
    assertThat(told("/purchasing/lead-time-history", LEAD))
        .containsExactly("S 2026-05-01 2026-05-10 2026-05-10 2026-05-09 2026-05-25 10 24 15 60 60");
  }

  @Test
  void endsALineWhoseRestIsGivenUp() {
    String order = order("'supplier':'S'", "2026-05-01", "2026-05-10", 10, "2.50");
    receive(order, 1, "2026-05-09", 8);
    act("/purchasing/orders/" + order + "/cancel", 2, "{'reason':'Enough'}");
    assertThat(told("/purchasing/lead-time-history", LEAD))
        .containsExactly("S 2026-05-01 2026-05-10 2026-05-10 2026-05-09 2026-05-09 8 8 -1 80 80");
  }

  private String weigh(String settings, int version, int status) {
    return core.as("buyer")
        .send(
            "PUT",
            base + "/purchasing/scorecard-settings",
            settings.replace('\'', '"'),
            Map.of("If-Match", "\"" + version + "\""))
        .expecting(status)
        .body();
  }

  /** The worked example of the README: (50 + 90 + 98) / 3. */
  @Test
  void scoresSuppliersByDayQualityAndPrice() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(60);
    String promised = day.plusDays(9).toString();
    String onTime = order("'supplier':'S'", day.toString(), promised, 10, "2.50");
    receive(onTime, 1, day.plusDays(8).toString(), 10);
    act(
        "/purchasing/orders/" + onTime + "/invoices",
        2,
        "{'occurredAt':'%sT08:00:00Z','lines':[{'line':1,'quantity':10,'unitPrice':2.55}]}"
            .formatted(day.plusDays(10)));
    String late = order("'supplier':'S'", day.toString(), promised, 30, "2.50");
    String receipt =
        receive(late, 1, day.plusDays(12).toString(), 30).json().at("/receipt/number").asString();
    act(
        "/purchasing/orders/" + late + "/returns",
        2,
        "{'receipt':'%s','occurredAt':'%sT08:00:00Z','lines':[{'line':1,'quantity':4}]}"
            .formatted(receipt, day.plusDays(13)));
    order("'supplier':'T'", day.toString(), "2999-06-10", 5, "2.50");
    order("'supplier':'T'", day.minusYears(1).toString(), promised, 5, "2.50");
    String cancelled = order("'supplier':'S'", day.toString(), promised, 1, "99");
    act("/purchasing/orders/" + cancelled + "/cancel", 1, "{'reason':'Mistyped'}");

    assertThat(told("/purchasing/supplier-scorecard", SCORE))
        .containsExactly("S 2 2 1 8 -1 50 50 10 0.5 2 EUR 79.3", "T 1 1 0 - - - - - - - EUR -");
    assertThat(told("/purchasing/supplier-scorecard?score.from=79", SCORE)).hasSize(1);
    weigh("{'months':12,'onTimeWeight':2,'returnsWeight':1,'priceWeight':0}", 0, 200);
    assertThat(told("/purchasing/supplier-scorecard?supplier=S", SCORE))
        .as("(2 x 50 + 90) / 3")
        .containsExactly("S 2 2 1 8 -1 50 50 10 0.5 2 EUR 63.3");
    weigh("{'months':1,'onTimeWeight':1,'returnsWeight':1,'priceWeight':1}", 1, 200);
    assertThat(told("/purchasing/supplier-scorecard", SCORE)).isEmpty();
    weigh("{'months':15,'onTimeWeight':1,'returnsWeight':1,'priceWeight':1}", 2, 200);
    assertThat(told("/purchasing/supplier-scorecard?supplier=T", SCORE))
        .containsExactly("T 2 2 1 - - 0 0 - - - EUR 0");
    assertThat(weigh("{'months':0,'onTimeWeight':0,'returnsWeight':0,'priceWeight':0}", 3, 422))
        .contains("a number from 1 to 60", "more than 0, as both other weights are 0");
    weigh("{'months':12,'onTimeWeight':1,'returnsWeight':1,'priceWeight':1}", 2, 412);
    weigh("{'months':12,'onTimeWeight':1,'returnsWeight':1,'priceWeight':1}", 3, 200);
    core.as("storekeeper").get(base + "/purchasing/scorecard-settings").expecting(200);
    JsonNode seen =
        core.as("storekeeper").get(base + "/purchasing/supplier-scorecard/S").expecting(200).json();
    assertThat(seen.get("onTimePercent").asInt()).isEqualTo(50);
    assertThat(seen.has("priceVariance")).isFalse();
    assertThat(seen.has("score")).isFalse();
    core.get(base + "/purchasing/supplier-scorecard/NOBODY").expecting(404);
    assertThat(exported("supplier-scorecard", "storekeeper"))
        .contains("S,Tubes,2,2,")
        .doesNotContain("score");
    assertThat(exported("supplier-scorecard", "buyer")).contains(",79.3");
  }

  @Test
  void aRateThatMovedIsNoPriceVariance() {
    send(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.8'}");
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(60);
    String abroad =
        order(
            "'supplier':'T','currency':'USD','rate':'0.8'",
            day.toString(),
            day.plusDays(9).toString(),
            4,
            "3");
    receive(abroad, 1, day.plusDays(9).toString(), 4);
    act(
        "/purchasing/orders/" + abroad + "/invoices",
        2,
        "{'occurredAt':'%sT08:00:00Z','currency':'USD','rate':'0.9',".formatted(day.plusDays(10))
            + "'lines':[{'line':1,'quantity':4,'unitPrice':3}]}");
    assertThat(told("/purchasing/supplier-scorecard", SCORE))
        .containsExactly("T 1 1 0 9 0 100 100 0 0 0 EUR 100");
  }

  private static final List<String> SCORE =
      List.of(
          "supplier",
          "orders",
          "lines",
          "overdueLines",
          "averageDays",
          "averageDaysLate",
          "onTimePercent",
          "onTimeByLastPercent",
          "returnedPercent",
          "priceVariance",
          "priceVariancePercent",
          "currency",
          "score");

  private static final List<String> PRICE =
      List.of(
          "kind",
          "supplier",
          "item",
          "pricedOn",
          "quantity",
          "unit",
          "price",
          "priceCurrency",
          "homePrice");

  private static final List<String> LEAD =
      List.of(
          "supplier",
          "orderedOn",
          "firstPromised",
          "lastPromised",
          "firstReceived",
          "receivedOn",
          "receivedQuantity",
          "days",
          "daysLate",
          "onTimePercent",
          "onTimeByLastPercent");

  private static final List<String> BY_SUPPLIER =
      List.of(
          "supplier",
          "item",
          "lines",
          "receivedLines",
          "quantity",
          "lastOrderedOn",
          "shortestDays",
          "averageDays",
          "longestDays",
          "averageDaysLate",
          "onTimePercent",
          "onTimeByLastPercent");

  private List<String> told(String path, List<String> fields) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : got(path).get("rows")) {
      rows.add(String.join(" ", fields.stream().map(field -> text(row.path(field))).toList()));
    }
    return rows;
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isMissingNode() || value.isNull() ? "-" : value.asString();
  }

  private String order(String head, String day, String promised, int quantity, String price) {
    return send(
            "/purchasing/orders",
            "{%s,'occurredAt':'%sT08:00:00Z','promisedDate':'%s',".formatted(head, day, promised)
                + "'lines':[{'item':'RIM','quantity':%d,'unitPrice':%s}]}"
                    .formatted(quantity, price))
        .json()
        .get("number")
        .asString();
  }

  private HttpAnswer receive(String order, int version, String day, int quantity) {
    return act(
        "/purchasing/orders/" + order + "/receipts",
        version,
        "{'occurredAt':'%sT08:00:00Z','lines':[{'line':1,'quantity':%d}]}"
            .formatted(day, quantity));
  }

  private HttpAnswer act(String path, int version, String body) {
    HttpAnswer answer =
        core.post(base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }

  private String exported(String list, String role) {
    return core.as(role).get(base + "/exports/" + list).expecting(200).body();
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
