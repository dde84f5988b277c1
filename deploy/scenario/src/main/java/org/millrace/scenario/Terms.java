package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.asset.AssetTerms;
import org.millrace.scenario.production.ProductionTerms;

/**
 * What is given before the first act: the currency of the company, how it values its stock, what it
 * lets pass.
 */
final class Terms {
  /** How a rule of a case values stock, in the words of the core. */
  private static final Map<String, String> METHODS =
      Map.of(
          "average", "moving-average",
          "average:lot", "moving-average",
          "fifo", "fifo",
          "standard", "standard",
          "periodicMonthly", "monthly-average");

  /** What is given counts before any step. */
  private static final String BEFORE_ALL = "2010-01-01T08:00:00Z";

  private static final String GROUP = "GOODS";
  private static final String PRICE_PAID = "price-paid";
  private static final String PRODUCTS = "PRODUCTS";

  /** Where one standard cost is given, all items have it. */
  private static final String ANY = "";

  /** The most that the core lets a price differ, in percent: scenarios bill what they say. */
  private static final BigDecimal ANY_PRICE = BigDecimal.valueOf(100);

  private final String currency;
  private final List<String> secondBooks;
  private final Optional<String> documentCurrency;
  private final Map<String, BigDecimal> smallRests = new LinkedHashMap<>();
  private final Optional<String> orderCurrency;
  private final Map<String, String> rates = new LinkedHashMap<>();
  private final boolean isShortageRefused;
  private final Map<String, Object> tolerance;
  private final Map<String, Object> group;
  private final Map<String, BigDecimal> standards;
  private final Map<String, Object> asset;
  private final ProductionTerms production;
  private final Map<String, Object> taxSettings;
  private Optional<Integer> finerDecimals = Optional.empty();
  private final Optional<String> stockUnit;

  private Terms(Scenario scenario, Fields given) {
    List<String> homes = homes(given);
    currency = homes.isEmpty() ? given.text("currency") : homes.get(0);
    secondBooks = homes.stream().skip(1).toList();
    documentCurrency =
        given.has("home") ? Optional.of(given.findText("currency").orElse("")) : Optional.empty();
    given
        .object("smallRest")
        .ifPresent(
            rests -> rests.names().forEach(name -> smallRests.put(name, rests.number(name))));
    orderCurrency = given.findText("orderCurrency");
    for (String name : List.of("rate", "orderRate", "receiptRate", "billRate")) {
      given.find(name).ifPresent(rate -> rates.put(name, plain(rate)));
    }
    isShortageRefused = isShortageRefused(given);
    tolerance = tolerance(given);
    group = group(scenario.rule(), given);
    production = ProductionTerms.of(given);
    asset = AssetTerms.of(given, scenario.rule());
    standards = new LinkedHashMap<>();
    if (given.find("standard").filter(JsonNode::isNumber).isPresent()) {
      standards.put(ANY, given.number("standard"));
    } else {
      given
          .object("standard")
          .ifPresent(
              costs -> costs.names().forEach(item -> standards.put(item, costs.number(item))));
    }
    given
        .object("lastCost")
        .ifPresent(costs -> costs.names().forEach(item -> standards.put(item, costs.number(item))));
    given.find("closedThrough"); // a step closes it
    taxSettings = taxSettings(scenario, given);
    given.object("opening").ifPresent(Terms::requireNothing);
    stockUnit = given.findText("stockUnit");
  }

  /** The currencies in which books are kept, the company's first. */
  private static List<String> homes(Fields given) {
    List<String> homes = new ArrayList<>();
    given
        .find("home")
        .ifPresent(
            home -> {
              if (home.isArray()) {
                home.forEach(each -> homes.add(each.asText()));
              } else {
                homes.add(home.asText());
              }
            });
    return homes;
  }

  /**
   * The terms of a case.
   *
   * @throws UnknownWord when it gives something that is not known here
   */
  static Terms of(Scenario scenario) {
    Fields given = new Fields(scenario.id() + ", given", scenario.given());
    Terms terms = new Terms(scenario, given);
    given.refuseUnread();
    return terms;
  }

  /** The group of all items; its costing method is that of the rule. */
  private static Map<String, Object> group(String rule, Fields given) {
    Map<String, Object> group = new LinkedHashMap<>();
    String level = given.findText("level").orElse(rule.endsWith(":lot") ? "lot" : "item");
    String method =
        given.has("standard")
            ? "standard"
            : METHODS.getOrDefault(given.findText("partMethod").orElse(rule), "moving-average");
    String back = supplierReturn(given);
    Optional<BigDecimal> decimals = given.findNumber("unitDecimals");
    boolean usual = level.equals("item") && method.equals("moving-average");
    if (!usual || !back.equals(PRICE_PAID)) {
      group.put("code", GROUP);
      group.put("name", GROUP);
      group.put("costingMethod", method);
      group.put("costingLevel", level);
      group.put("supplierReturn", back);
      decimals.ifPresent(some -> group.put("unitCostDecimals", some));
    }
    return group;
  }

  private static String plain(JsonNode rate) {
    return rate.isNumber() ? rate.decimalValue().toPlainString() : rate.asText();
  }

  /** Where and to which step taxes are rounded; nothing where it is as the core does it unasked. */
  private Map<String, Object> taxSettings(Scenario scenario, Fields given) {
    int usual = Currency.getInstance(currency).getDefaultFractionDigits();
    int decimals = given.findNumber("decimals").map(BigDecimal::intValueExact).orElse(usual);
    finerDecimals = decimals > usual ? Optional.of(decimals) : Optional.empty();
    Map<String, Object> settings = new LinkedHashMap<>();
    Optional<BigDecimal> step =
        given
            .findNumber("roundTo")
            .or(
                () ->
                    decimals < usual
                        ? Optional.of(BigDecimal.ONE.movePointLeft(decimals))
                        : Optional.empty());
    step.ifPresent(to -> settings.put("roundTo", to));
    JsonNode expected = scenario.content().path("expect");
    boolean isByLine =
        scenario.rule().contains("per line") || expected.has("lineNet") || expected.has("lineTax");
    if (isByLine || step.isPresent()) {
      settings.put("rounding", isByLine ? "line" : "document");
    }
    return settings;
  }

  /** To how many decimals taxes are worked out, where books in the currency have fewer. */
  Optional<Integer> finerDecimals() {
    return finerDecimals;
  }

  private static void requireNothing(Fields opening) {
    for (String name : opening.names()) {
      if (opening.number(name).signum() != 0) {
        throw new UnknownWord(opening.where(), name);
      }
    }
  }

  /** What goods take with them that go back to a supplier, in the words of the core. */
  private static String supplierReturn(Fields given) {
    String word = given.findText("supplierReturn").orElse("original");
    return switch (word) {
      case "original" -> PRICE_PAID;
      case "fifo", "average" -> "costing-method";
      default -> throw new UnknownWord(given.where() + ", supplierReturn", word);
    };
  }

  private static boolean isShortageRefused(Fields given) {
    String word = given.findText("negativeStock").orElse("");
    if (!word.isEmpty() && !word.equals("refuse")) {
      throw new UnknownWord(given.where() + ", negativeStock", word);
    }
    return !word.isEmpty();
  }

  private static Map<String, Object> tolerance(Fields given) {
    Map<String, Object> tolerance = new LinkedHashMap<>();
    tolerance.put("quantityPercent", BigDecimal.ZERO);
    tolerance.put("pricePercent", ANY_PRICE);
    tolerance.put("overReceiptPercent", ANY_PRICE);
    given.findNumber("taxDifferenceLimit").ifPresent(most -> tolerance.put("taxDifference", most));
    given
        .object("tolerance")
        .ifPresent(
            asked -> {
              asked.names().forEach(name -> tolerance.put(name, asked.number(name)));
              asked
                  .findNumber("quantityPercent")
                  .ifPresent(percent -> tolerance.put("overReceiptPercent", percent));
            });
    return tolerance;
  }

  /** The request that opens the company. */
  Map<String, Object> company(String code, String name) {
    Map<String, Object> company = new LinkedHashMap<>();
    company.put("code", code);
    company.put("name", name);
    company.put("currency", currency);
    company.put("negativeStock", !isShortageRefused);
    company.put("timeZone", "UTC");
    return company;
  }

  /** The currency of the company. */
  String home() {
    return currency;
  }

  /** Those of further books of the company. */
  List<String> secondBooks() {
    return secondBooks;
  }

  /** That of orders to suppliers, where it is another one. */
  Optional<String> orderCurrency() {
    return orderCurrency.filter(other -> !other.equals(currency));
  }

  /** The rate that is given under one of these names, the first of them. */
  Optional<String> rate(List<String> names) {
    return names.stream().filter(rates::containsKey).map(rates::get).findFirst();
  }

  /** That of documents where currencies are told, empty where each tells its own. */
  Optional<String> documentCurrency() {
    return documentCurrency;
  }

  /** Up to how much of a document is not left open, by currency. */
  Map<String, BigDecimal> smallRests() {
    return smallRests;
  }

  /** How assets are depreciated, in the request that acquires one. */
  Map<String, Object> asset() {
    return asset;
  }

  /** Sets what the company lets pass. */
  void set(Books books) {
    books.put("purchasing/match-tolerance", tolerance);
    if (!taxSettings.isEmpty()) {
      books.set("tax/settings", taxSettings);
    }
    if (!group.isEmpty()) {
      books.post("item-groups", group);
    }
  }

  /** Whether goods that go back to a supplier cost what was paid for them. */
  boolean isPricePaidOnReturn() {
    return PRICE_PAID.equals(group.getOrDefault("supplierReturn", PRICE_PAID));
  }

  /** Whether the monthly average of one is cut. */
  boolean isUnitCut() {
    return group.containsKey("unitCostDecimals");
  }

  /** What is given of work orders. */
  ProductionTerms production() {
    return production;
  }

  /** Makes a material. */
  void makePart(Books books, String code, Optional<String> unit) {
    Map<String, Object> item = item(code);
    unit.ifPresent(named -> item.put("unit", named));
    books.post("items", item);
  }

  /**
   * Makes what is made here, or says anew of what; one of it has a standard where that is given.
   */
  void makeProduct(Books books, String code, List<Map<String, Object>> materials) {
    Map<String, Object> item = item(code);
    item.put("materials", materials);
    production
        .standardUnitCost()
        .ifPresent(
            cost -> {
              books.post(
                  "item-groups",
                  Map.of(
                      "code",
                      PRODUCTS,
                      "name",
                      PRODUCTS,
                      "costingMethod",
                      "standard",
                      "costingLevel",
                      "item"));
              item.put("group", PRODUCTS);
            });
    books.post("items", item);
    production.standardUnitCost().ifPresent(cost -> setCost(books, code, cost));
  }

  /** Says anew of what it is made. */
  void changeProduct(Books books, String code, List<Map<String, Object>> materials) {
    Map<String, Object> item = item(code);
    item.put("materials", materials);
    item.put("unit", "pcs");
    item.remove("code");
    books.put("items/" + code, item);
  }

  private Map<String, Object> item(String code) {
    Map<String, Object> item = new LinkedHashMap<>(Map.of("code", code, "name", code));
    if (!group.isEmpty()) {
      item.put("group", GROUP);
    }
    return item;
  }

  private static void setCost(Books books, String code, BigDecimal cost) {
    books.post(
        "stock/cost-changes",
        Map.of("item", code, "unitCost", cost, "reason", "Given", "occurredAt", BEFORE_ALL));
  }

  /** Makes an item in the units that steps name, with the standard cost that is given for it. */
  void makeItem(Books books, String code, List<Fields> steps) {
    Map<String, Object> item = item(code);
    stockUnit.ifPresent(unit -> item.put("unit", unit));
    Map<String, Map<String, Object>> units = new LinkedHashMap<>();
    for (Fields step : steps) {
      if (step.has("factor") && step.has("item") && step.text("item").equals(code)) {
        String unit = step.text("unit");
        units.put(unit, Map.of("unit", unit, "factor", step.number("factor")));
      }
    }
    item.put("units", List.copyOf(units.values()));
    books.post("items", item);
    BigDecimal standard = standards.getOrDefault(code, standards.get(ANY));
    if (standard != null) {
      setCost(books, code, standard);
    }
  }
}
