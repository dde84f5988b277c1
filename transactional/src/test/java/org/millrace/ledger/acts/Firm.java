package org.millrace.ledger.acts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A firm with three warehouses and two currencies. Each item is valued in another way, another one
 * is made of two of them. Gives any of its documents, figures and moments to those who act.
 */
final class Firm {
  private static final List<String> BOUGHT = List.of("AVG", "PLACE", "FIFO", "STD", "MONTH", "LOT");

  /** What is made of two of the others. */
  static final String MADE = "BIKE";

  /** The service as which rebates are credited. */
  static final String REBATE = "REBATE";

  /** A service that is sold beside goods. */
  static final String SERVICE = "FIT";

  private static final List<String> PLACES = List.of("MAIN", "SHOP", "DEPOT");
  static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
  private static final int REMEMBERED = 8;
  private static final Map<String, int[]> COUNTS = new TreeMap<>();
  private static final Map<String, String> REFUSALS = new TreeMap<>();

  private final TestingCore core;
  private final String company;
  private final Random random;
  private final String abroad;
  private final Map<String, List<JsonNode>> made = new TreeMap<>();
  private final Deque<String> story = new ArrayDeque<>();
  private Instant now = BEGIN;
  private boolean isLate = true;
  private int papers;

  private Firm(TestingCore core, String company, String currency, Random random) {
    this.core = core;
    this.company = company;
    this.random = random;
    abroad = currency.equals("EUR") ? "USD" : "EUR";
  }

  static Firm open(TestingCore core, String currency, Random random) {
    Firm firm = new Firm(core, core.newCompany(currency, "false").value(), currency, random);
    firm.open();
    return firm;
  }

  private void open() {
    core.send(
            "PUT", base(), "{\"earliestBusinessDate\":\"2020-01-01\"}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    core.send(
            "PUT",
            base() + "/purchasing/match-tolerance",
            "{\"quantityPercent\":50,\"pricePercent\":100,\"overReceiptPercent\":50}",
            Map.of("If-Match", "\"0\""))
        .expecting(200);
    for (String party : List.of("P1", "P2")) {
      must(
          "/parties",
          "{'code':'%s','name':'%1$s','roles':['customer','supplier'],'country':'IT'}",
          party);
    }
    rate("2020-01-01", "1.0873");
    rate("2026-01-19", "1.1312");
    rate("2026-02-09", "1.0459");
    must("/settlement/payments", "{'direction':'in','party':'P1','amount':1}");
    group("PLACE", "moving-average", "warehouse");
    group("FIFO", "fifo", "item");
    group("STD", "standard", "item");
    group("MONTH", "monthly-average", "item");
    group("LOT", "moving-average", "lot");
    must("/items", "{'code':'AVG','name':'Average'}");
    must(
        "/items",
        "{'code':'%s','name':'Bike','materials':[{'item':'AVG','quantity':2},"
            + "{'item':'FIFO','quantity':1}]}",
        MADE);
    must("/items", "{'code':'%s','name':'Rebate','kind':'service'}", REBATE);
    must("/items", "{'code':'%s','name':'Fitting','kind':'service'}", SERVICE);
    for (int percent : new int[] {7, 19}) {
      must(
          "/tax/codes",
          "{'code':'V%d','name':'VAT','rates':[{'validFrom':'2000-01-01','rate':%1$d}]}",
          percent);
    }
    must("/stock/locations", "{'code':'SHOP','name':'Shop'}");
    must("/stock/locations", "{'code':'DEPOT','name':'Depot'}");
    for (String item : BOUGHT) {
      must(
          "/stock/movements",
          "{'reason':'opening','occurredAt':'%s','lines':[{'item':'%s','quantity':20,"
              + "'unitCost':%s%s}]}",
          BEGIN,
          item,
          price(),
          lot(item, "A"));
    }
  }

  private void rate(String from, String rate) {
    must(
        "/currency/rates",
        "{'fromCurrency':'%s','toCurrency':'%s','validFrom':'%s','rate':'%s'}",
        abroad,
        core.get(base()).json().get("currency").asString(),
        from,
        rate);
  }

  private void group(String code, String method, String level) {
    must(
        "/item-groups",
        "{'code':'%s','name':'%1$s','costingMethod':'%s','costingLevel':'%s'%s}",
        code,
        method,
        level,
        random.nextBoolean() ? ",'supplierReturn':'costing-method'" : "");
    must("/items", "{'code':'%s','name':'%1$s','group':'%1$s'}", code);
  }

  String company() {
    return company;
  }

  /** The last acts and their answers, for messages. */
  String story() {
    return String.join("\n", story);
  }

  /** From now on nothing comes late. */
  void beOnTime() {
    isLate = false;
    now = now.plus(Duration.ofHours(1));
  }

  /** Some hours later. */
  void goOn() {
    now = now.plus(Duration.ofMinutes(random.nextInt(12 * 60)));
  }

  Instant now() {
    return now;
  }

  Random random() {
    return random;
  }

  /** The other currency. */
  String abroad() {
    return abroad;
  }

  int nextPaper() {
    return ++papers;
  }

  String base() {
    return "/api/companies/" + company;
  }

  String party() {
    return random.nextBoolean() ? "P1" : "P2";
  }

  String item() {
    return BOUGHT.get(random.nextInt(BOUGHT.size()));
  }

  String sold() {
    return random.nextInt(6) == 0 ? MADE : item();
  }

  String place() {
    return random.nextInt(3) == 0 ? PLACES.get(1 + random.nextInt(2)) : PLACES.get(0);
  }

  String some(int most) {
    int whole = 1 + random.nextInt(most);
    return random.nextInt(4) == 0 ? whole + ".25" : String.valueOf(whole);
  }

  String price() {
    return BigDecimal.valueOf(1 + random.nextInt(2_999), 2).toPlainString();
  }

  private static String lot(String item, String lot) {
    return item.equals("LOT") ? ",'lot':'" + lot + "'" : "";
  }

  String lot(String item) {
    return lot(item, random.nextInt(3) == 0 ? "B" : "A");
  }

  /** A tax code of a line, or none. */
  String tax() {
    return List.of("", ",'taxCode':'V7'", ",'taxCode':'V19'", ",'taxCode':'V19'")
        .get(random.nextInt(4));
  }

  /** What is open of a document, or part of it. */
  String part(JsonNode document) {
    String open = open(document);
    return random.nextBoolean() || open.equals("0") ? "1.07" : open;
  }

  /** What is open of a document, in its own currency. */
  String open(JsonNode document) {
    JsonNode home = document.path("openAmount");
    JsonNode open = document.at("/foreign/openAmount");
    return (open.isMissingNode() ? home : open).decimalValue(BigDecimal.TEN).toPlainString();
  }

  /** The moment of an act, one of four up to 40 days ago. */
  String when() {
    boolean late = isLate && random.nextInt(4) == 0;
    Instant moment = late ? now.minus(Duration.ofHours(random.nextInt(40 * 24))) : now;
    return "'occurredAt':'%s'".formatted(moment.isBefore(BEGIN) ? BEGIN : moment);
  }

  String posting() {
    return random.nextInt(3) == 0
        ? ",'postingDate':'%s'".formatted(LocalDate.ofInstant(now, ZoneOffset.UTC))
        : "";
  }

  String itemOf(JsonNode document) {
    return document.at("/lines/0/item").asString("AVG");
  }

  String numberOf(JsonNode document) {
    return document.path("number").asString("NONE");
  }

  /** Any of the newest documents of a list. */
  JsonNode any(String list) {
    List<JsonNode> rows = made.get(list);
    if (rows == null || random.nextInt(3) == 0) {
      rows = new ArrayList<>();
      String ask = list + (list.contains("?") ? "&" : "?") + "size=" + REMEMBERED;
      core.get(base() + ask).json().path("rows").forEach(rows::add);
      made.put(list, rows);
    }
    return rows.isEmpty()
        ? JsonNodeFactory.instance.objectNode()
        : rows.get(random.nextInt(rows.size()));
  }

  HttpAnswer change(String list, JsonNode document, String act, String body, Object... parts) {
    return changeNumber(list, numberOf(document), act, body, parts);
  }

  /** Takes a document back at its moment, after all that was done before. */
  HttpAnswer reverse(String list, String number) {
    String day = list.startsWith("/stock") ? "'occurredAt':'%s'" : "'date':'%.10s'";
    return changeNumber(list, number, "/reverse", "{'reason':'Any'," + day + "}", now);
  }

  HttpAnswer changeNumber(String list, String number, String act, String body, Object... parts) {
    String path = list + "/" + number;
    String version = core.get(base() + path).header("ETag").orElse("\"1\"");
    return told(list + "/*" + act, path + act, body.formatted(parts), version);
  }

  HttpAnswer send(String path, String body, Object... parts) {
    return told(path, path, body.formatted(parts), "");
  }

  private void must(String path, String body, Object... parts) {
    send(path, body, parts).expecting(201);
  }

  private HttpAnswer told(String kind, String path, String body, String version) {
    HttpAnswer answer =
        core.post(base() + path, body.replace('\'', '"'), Map.of("If-Match", version));
    int[] count = COUNTS.computeIfAbsent(kind, k -> new int[2]);
    count[answer.status() < 300 ? 0 : 1]++;
    if (answer.status() >= 300) {
      REFUSALS.put(kind, answer.body());
    }
    if (answer.status() < 300) {
      story.add(path + " " + body);
    }
    if (story.size() > 60) {
      story.remove();
    }
    return answer;
  }

  /** How often each act was done and refused. */
  static String counts() {
    StringBuilder told = new StringBuilder();
    COUNTS.forEach(
        (act, n) ->
            told.append(
                "\n  %s %d/%d %s"
                    .formatted(act, n[0], n[0] + n[1], REFUSALS.getOrDefault(act, ""))));
    return told.toString();
  }
}
