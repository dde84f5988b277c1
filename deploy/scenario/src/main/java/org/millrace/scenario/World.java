package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.millrace.scenario.production.ProductionTerms;
import org.millrace.scenario.production.WorkOrders;

/**
 * What a case lives in: its company, the masters that its acts name, made when they are first
 * named, and the documents made so far by their reference.
 */
public final class World {
  /** The location where nothing else is said. */
  public static final String MAIN = "MAIN";

  private static final String SUPPLIER = "SUPPLIER";
  private static final String CUSTOMER = "CUSTOMER";
  private static final LocalTime OPENING = LocalTime.of(8, 0);

  private final Books books;
  private final List<Fields> steps;
  private final WorkOrders workOrders = new WorkOrders();
  private final Terms terms;
  private final Map<String, List<Made>> made = new LinkedHashMap<>();
  private final Set<String> items = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<Map<String, Object>, String> taxCodes = new LinkedHashMap<>();
  private final Map<String, String> invoices = new LinkedHashMap<>();
  private final ClosedMonths closedMonths = new ClosedMonths();
  private int recorded;

  /** A new company under these terms. */
  World(Books books, Terms terms, List<Fields> steps) {
    this.steps = List.copyOf(steps);
    this.books = books;
    this.terms = terms;
    terms.set(books);
  }

  /** The books of the company. */
  public Books books() {
    return books;
  }

  /** All steps of the case, also those to come. */
  public List<Fields> steps() {
    return steps;
  }

  /** The step that is done now, from 1 on. */
  public int step() {
    return recorded;
  }

  /** The work orders of the case. */
  public WorkOrders workOrders() {
    return workOrders;
  }

  /** What is given of them. */
  public ProductionTerms productionTerms() {
    return terms.production();
  }

  /** The name of the first work order. */
  public String firstOrder() {
    return workOrders.all().keySet().iterator().next();
  }

  /**
   * What the first part of all was bought in, once; nothing where the steps say what parts cost.
   */
  public List<List<BigDecimal>> firstPartReceipts(String item) {
    boolean isFirst = items.iterator().next().equals(item);
    return isFirst && others.add("parts bought") ? terms.production().partReceipts() : List.of();
  }

  /** A material, counted in its own unit where one is named. */
  public void part(String code, Optional<String> unit) {
    if (items.add(code)) {
      terms.makePart(books, code, unit);
    }
  }

  /** What is made of these materials. */
  public void product(String code, List<Map<String, Object>> materials) {
    if (items.add(code)) {
      terms.makeProduct(books, code, materials);
    } else {
      terms.changeProduct(books, code, materials);
    }
  }

  /** The months that were closed. */
  public ClosedMonths closedMonths() {
    return closedMonths;
  }

  /** The items named so far. */
  public Set<String> items() {
    return Set.copyOf(items);
  }

  /** Begins the next act. */
  void next() {
    recorded++;
    closedMonths.next();
  }

  /**
   * The moment of the act of now on its accounting day: those of one day follow each other as they
   * are recorded.
   */
  public String moment(LocalDate day) {
    Instant opening = day.atTime(OPENING).toInstant(ZoneOffset.UTC);
    return opening.plusSeconds(60L * recorded).toString();
  }

  /** The item of that code. */
  public String item(String code) {
    if (items.add(code)) {
      terms.makeItem(books, code, steps);
    }
    return code;
  }

  /** The service of that code, of which there is no stock. */
  public String service(String code) {
    if (others.add("service " + code)) {
      books.post("items", Map.of("code", code, "name", code, "kind", "service"));
    }
    return code;
  }

  /** The tax code with these rates, made when it is first needed. */
  public String taxCode(Map<String, Object> rates) {
    return taxCodes.computeIfAbsent(
        rates,
        asked -> {
          String code = "T" + (taxCodes.size() + 1);
          Map<String, Object> made = new LinkedHashMap<>(asked);
          made.put("code", code);
          made.put("name", code);
          books.post("tax/codes", made);
          return code;
        });
  }

  /** The location of that code. */
  public String location(Optional<String> code) {
    code.filter(each -> !each.equals(MAIN) && others.add("location " + each))
        .ifPresent(each -> books.post("stock/locations", Map.of("code", each, "name", each)));
    return code.orElse(MAIN);
  }

  /** Notes where the goods of a document came to, or left. */
  public void place(String document, String location) {
    places.put(document, location);
  }

  /** Where the goods of a document lay. */
  public String placeOf(Made document) {
    return places.getOrDefault(document.number(), MAIN);
  }

  /** A party of which goods are bought. */
  public String supplier() {
    return isOfCurrencies() ? partner() : party(SUPPLIER, "supplier");
  }

  /** A party to which goods are sold. */
  public String customer() {
    return party(CUSTOMER, "customer");
  }

  /** A party of which goods are bought and to which they are sold. */
  public String partner() {
    if (others.add("party PARTNER")) {
      books.post(
          "parties",
          Map.of(
              "code",
              "PARTNER",
              "name",
              "PARTNER",
              "roles",
              List.of("customer", "supplier"),
              "country",
              "DE"));
    }
    return "PARTNER";
  }

  /** To how many decimals taxes are worked out, where books in the currency have fewer. */
  public Optional<Integer> finerDecimals() {
    return terms.finerDecimals();
  }

  /** That of orders to suppliers, where it is another one. */
  public Optional<String> orderCurrency() {
    return terms.orderCurrency();
  }

  /**
   * The rate of a step, else what is given for all, else what the first step that tells one tells:
   * an order is worth something even where nobody says what.
   */
  public Optional<String> rate(Fields step, String given) {
    return step.find("rate")
        .map(rate -> rate.isNumber() ? rate.decimalValue().toPlainString() : rate.asText())
        .or(() -> terms.rate(List.of(given, "rate", "receiptRate", "billRate")))
        .or(
            () ->
                steps.stream()
                    .filter(other -> other.has("rate"))
                    .map(other -> other.get("rate"))
                    .map(
                        rate ->
                            rate.isNumber() ? rate.decimalValue().toPlainString() : rate.asText())
                    .findFirst());
  }

  /** The currency of the company. */
  public String home() {
    return terms.home();
  }

  /** Those of further books of the company. */
  public List<String> secondBooks() {
    return terms.secondBooks();
  }

  /** That of documents, where currencies are told and each does not tell its own. */
  public Optional<String> documentCurrency() {
    return terms.documentCurrency().filter(currency -> !currency.isEmpty());
  }

  /** Whether currencies are told. */
  public boolean isOfCurrencies() {
    return terms.documentCurrency().isPresent();
  }

  /** Up to how much of a document is not left open, as the core is told. */
  public List<Map<String, Object>> smallRests() {
    return terms.smallRests().entrySet().stream()
        .map(e -> Map.<String, Object>of("currency", e.getKey(), "amount", e.getValue()))
        .toList();
  }

  private String party(String code, String role) {
    if (others.add("party " + code)) {
      books.post(
          "parties", Map.of("code", code, "name", code, "roles", List.of(role), "country", "DE"));
    }
    return code;
  }

  /** The invoice of a sale, made when it is first asked for. */
  public String invoiceOf(Made sale, Map<String, Object> happening) {
    return invoices.computeIfAbsent(
        sale.order(),
        order -> books.act("sales/orders/" + order, "invoices", happening).path("number").asText());
  }

  /** Notes what an act made under its reference. */
  public void note(String reference, Made document) {
    made.computeIfAbsent(reference, unused -> new ArrayList<>()).add(document);
  }

  /**
   * The document of that reference.
   *
   * @throws BadScenario when no act before made one
   */
  public Made named(String reference) {
    List<Made> found = made.getOrDefault(reference, List.of());
    if (found.isEmpty()) {
      throw new BadScenario("No act before made '" + reference + "'");
    }
    return found.get(0);
  }

  /** The document of a kind that was made last. */
  public Made newest(Made.Kind kind) {
    return find(kind).orElseThrow(() -> new BadScenario("No act made a " + kind));
  }

  /** What the core answered of all documents of a kind. */
  public Stream<JsonNode> answers(Made.Kind kind) {
    return made.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.kind() == kind)
        .flatMap(each -> each.answer().stream());
  }

  /** The same, if there is one. */
  public Optional<Made> find(Made.Kind kind) {
    return made.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.kind() == kind)
        .reduce((first, second) -> second);
  }

  /** All documents of that reference. */
  public List<Made> allNamed(String reference) {
    return List.copyOf(made.getOrDefault(reference, List.of()));
  }

  /** How assets are depreciated, in the request that acquires one. */
  public Map<String, Object> assetTerms() {
    return terms.asset();
  }

  /** The fixed assets so far, the newest last. */
  List<Made> assets() {
    return made.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.kind() == Made.Kind.ASSET)
        .toList();
  }

  /**
   * The newest fixed asset.
   *
   * @throws BadScenario when no act before acquired one
   */
  public Made newestAsset() {
    return assets().stream()
        .reduce((first, second) -> second)
        .orElseThrow(() -> new BadScenario("No act before acquired an asset"));
  }

  /** The newest order to a supplier for that item. */
  public Optional<Made> orderOf(String item) {
    return made.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.kind() == Made.Kind.PURCHASE_ORDER && each.item().equals(item))
        .reduce((first, second) -> second);
  }

  /** Whether goods that go back to a supplier cost what was paid for them. */
  boolean isPricePaidOnReturn() {
    return terms.isPricePaidOnReturn();
  }

  /** Whether the monthly average of one is cut. */
  boolean isUnitCut() {
    return terms.isUnitCut();
  }

  /** What one costs where a scenario names no price and it makes no difference. */
  public static BigDecimal anyPrice() {
    return BigDecimal.ONE;
  }
}
