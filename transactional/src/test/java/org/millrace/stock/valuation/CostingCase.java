package org.millrace.stock.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingMethod;
import org.millrace.item.CostingRule;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.valuation.Step.How;
import tools.jackson.databind.JsonNode;

/** The first steps of a case in the words of the engine, valued. */
final class CostingCase {
  private final JsonNode given;
  private final Currency currency;
  private final List<JsonNode> known = new ArrayList<>();
  private final Map<String, JsonNode> byRef = new HashMap<>();
  private final Map<String, BigDecimal> corrected = new HashMap<>();
  private final Set<String> never = new HashSet<>();
  private final Map<String, List<Step>> steps = new TreeMap<>();
  private final Map<String, Valuation> valued = new TreeMap<>();

  /** What left in a month, at what price, and what stayed. */
  record Issued(BigDecimal quantity, BigDecimal amount, BigDecimal unit, ItemValue after) {}

  private CostingCase(JsonNode given, int count) {
    this.given = given.get("given");
    currency = Currency.getInstance(this.given.get("currency").asString());
    List<JsonNode> all = given.get("steps").valueStream().limit(count).toList();
    all.forEach(step -> byRef.put(step.path("ref").asString(""), step));
    for (JsonNode step : all) {
      switch (what(step)) {
        case "correctQuantity" -> corrected.put(of(step), step.get("quantity").decimalValue());
        case "closePeriod" -> {}
        default -> note(step);
      }
    }
    Set<String> items = new LinkedHashSet<>();
    known.forEach(step -> items.addAll(itemsOf(step)));
    known.sort(Comparator.comparing(step -> step.get("date").asString()));
    CostingMethod method = method(given.get("rule").asString());
    for (String item : items) {
      steps.put(item, new ArrayList<>());
      first(item);
      known.forEach(step -> add(item, step));
      valued.put(item, costing(method).value(steps.get(item)));
    }
  }

  static CostingCase of(JsonNode given, int count) {
    return new CostingCase(given, count);
  }

  private void note(JsonNode step) {
    if (step.path("asIfNever").asBoolean(false)) {
      never.add(of(step));
    } else if (!step.path("consigned").asBoolean(false)) {
      known.add(step);
    }
  }

  private Costing costing(CostingMethod method) {
    return Costing.of(new CostingRule(method, CostingLevel.ITEM), currency);
  }

  private static CostingMethod method(String rule) {
    return switch (rule) {
      case "fifo" -> CostingMethod.FIFO;
      case "standard" -> CostingMethod.STANDARD;
      case "periodicMonthly" -> CostingMethod.MONTHLY_AVERAGE;
      default -> CostingMethod.MOVING_AVERAGE;
    };
  }

  private static String what(JsonNode step) {
    return step.get("do").asString();
  }

  private static String of(JsonNode step) {
    return step.get("of").asString();
  }

  private JsonNode original(JsonNode step) {
    return Objects.requireNonNull(byRef.get(of(step)));
  }

  private Set<String> itemsOf(JsonNode step) {
    if (step.has("on")) {
      Set<String> items = new LinkedHashSet<>();
      step.get("on").forEach(on -> items.addAll(itemsOf(byRef.get(on.asString()))));
      return items;
    }
    return step.has("item") ? Set.of(step.get("item").asString()) : itemsOf(original(step));
  }

  /** What was known before the first step: a standard, or what the last ones cost. */
  private void first(String item) {
    for (String known : List.of("standard", "lastCost")) {
      if (given.path(known).has(item)) {
        Money cost = money(given.get(known).get(item).decimalValue());
        Step.When when = new Step.When(Instant.EPOCH, "1970-01");
        steps
            .get(item)
            .add(new Step(new LineKey(known, 0), when, "", Quantity.ZERO, new How.Revalue(cost)));
      }
    }
  }

  private Money money(BigDecimal amount) {
    return Money.of(amount, currency);
  }

  private void add(String item, JsonNode step) {
    String ref = step.get("ref").asString();
    if (!itemsOf(step).contains(item) || never.contains(ref)) {
      return;
    }
    switch (what(step)) {
      case "receive" -> put(item, step, quantity(step), new How.OwnCost(paid(step)));
      case "issue" -> put(item, step, quantity(step), new How.Issue());
      case "consume" ->
          put(
              item,
              step,
              quantity(step),
              step.has("atCost")
                  ? new How.Named(paid(step.get("atCost"), quantity(step)))
                  : new How.Issue());
      case "returnFromCustomer" ->
          put(item, step, quantity(step), new How.BackFrom(List.of(new LineKey(of(step), 0))));
      case "returnToSupplier" -> put(item, step, quantity(step), toSupplier(step));
      case "reverse" -> reverse(item, step);
      case "transfer" -> transfer(item, step);
      case "count" -> count(item, step);
      case "revalue", "setStandard" ->
          put(
              item,
              step,
              BigDecimal.ZERO,
              new How.Revalue(money(step.get("unitCost").decimalValue())));
      case "landedCost", "bill", "priceDifference" -> charge(item, step, BigDecimal.ONE);
      default -> throw new IllegalStateException(step.toString());
    }
  }

  private void put(String item, JsonNode step, BigDecimal quantity, How how) {
    put(item, new LineKey(step.get("ref").asString(), 0), step, pool(step), quantity, how);
  }

  private void put(
      String item, LineKey line, JsonNode step, String pool, BigDecimal quantity, How how) {
    String date = step.get("date").asString();
    List<Step> all = Objects.requireNonNull(steps.get(item));
    Instant at =
        LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(all.size());
    Step.When when = new Step.When(at, date.substring(0, 7));
    all.add(new Step(line, when, pool, Quantity.of(quantity), how));
  }

  private String pool(JsonNode step) {
    String level = given.path("level").asString("item");
    if (level.equals("item")) {
      return "";
    }
    String pool = step.path(level).asString("");
    return pool.isEmpty() && step.has("of") ? pool(original(step)) : pool;
  }

  private BigDecimal quantity(JsonNode step) {
    BigDecimal quantity =
        corrected.getOrDefault(
            step.get("ref").asString(),
            (step.has("quantity") ? step : original(step)).get("quantity").decimalValue());
    return step.has("factor") ? quantity.multiply(step.get("factor").decimalValue()) : quantity;
  }

  private Money paid(JsonNode receipt) {
    BigDecimal factor =
        receipt.has("factor") ? receipt.get("factor").decimalValue() : BigDecimal.ONE;
    return money(
            receipt
                .get("unitCost")
                .decimalValue()
                .multiply(quantity(receipt))
                .divide(factor, 12, RoundingMode.HALF_UP))
        .rounded();
  }

  private Money paid(JsonNode unitCost, BigDecimal quantity) {
    return money(unitCost.decimalValue().multiply(quantity)).rounded();
  }

  private How toSupplier(JsonNode step) {
    boolean paid = given.path("supplierReturn").asString("original").equals("original");
    return new How.BackTo(
        List.of(new LineKey(of(step), 0)), paid ? Step.LeavesAt.PRICE_PAID : Step.LeavesAt.METHOD);
  }

  private void reverse(String item, JsonNode step) {
    JsonNode original = original(step);
    LineKey line = new LineKey(of(step), 0);
    switch (what(original)) {
      case "receive" ->
          put(
              item,
              step,
              quantity(original),
              new How.BackTo(List.of(line), Step.LeavesAt.PRICE_PAID));
      case "issue", "consume" ->
          put(item, step, quantity(original), new How.BackFrom(List.of(line)));
      default -> charge(item, step, original, BigDecimal.ONE.negate());
    }
  }

  private void transfer(String item, JsonNode step) {
    boolean pools = given.path("level").asString("item").equals("warehouse");
    String from = pools ? step.get("from").asString() : "";
    String to = pools ? step.get("to").asString() : "";
    LineKey departure = new LineKey(step.get("ref").asString(), 0);
    put(item, departure, step, from, quantity(step), new How.Departure(to));
    LineKey arrival = new LineKey(departure.number(), 1);
    put(item, arrival, step, to, quantity(step), new How.Arrival(departure));
  }

  private void count(String item, JsonNode step) {
    BigDecimal there = BigDecimal.ZERO;
    for (Step before : steps.get(item)) {
      boolean here = before.pool().equals(pool(step));
      there = here ? there.add(MonthsOfItem.signed(before).value()) : there;
    }
    BigDecimal more = step.get("counted").decimalValue().subtract(there);
    if (more.signum() < 0) {
      put(item, step, more.negate(), new How.Issue());
    } else {
      put(
          item,
          step,
          more,
          step.has("unitCost")
              ? new How.OwnCost(paid(step.get("unitCost"), more))
              : new How.KnownCost());
    }
  }

  private void charge(String item, JsonNode step, BigDecimal sign) {
    charge(item, step, step, sign);
  }

  private void charge(String item, JsonNode step, JsonNode charge, BigDecimal sign) {
    List<JsonNode> receipts =
        charge.has("on")
            ? charge.get("on").valueStream().map(on -> byRef.get(on.asString())).toList()
            : List.of(original(charge));
    boolean byValue = charge.path("by").asString("quantity").equals("value");
    List<BigDecimal> weights =
        receipts.stream().map(r -> byValue ? paid(r).amount() : quantity(r)).toList();
    Money amount = money(amount(charge).multiply(sign));
    List<Money> shares = Shares.among(amount, weights);
    List<Step.Part> parts = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      JsonNode receipt = receipts.get(i);
      if (itemsOf(receipt).contains(item)) {
        LineKey line = new LineKey(receipt.get("ref").asString(), 0);
        parts.add(new Step.Part(line, Quantity.of(quantity(receipt)), shares.get(i)));
      }
    }
    LineKey line = new LineKey(step.get("ref").asString(), 0);
    String pool = pool(receipts.get(0));
    put(item, line, step, pool, BigDecimal.ZERO, new How.Charge(parts));
  }

  private BigDecimal amount(JsonNode charge) {
    if (charge.has("amount")) {
      return charge.get("amount").decimalValue();
    }
    JsonNode receipt = original(charge);
    BigDecimal billed = charge.get("unitPrice").decimalValue().multiply(quantity(receipt));
    return billed.subtract(paid(receipt).amount());
  }

  /** Whether a step counts: it is told, and not undone as if it had never been. */
  boolean knows(String ref) {
    return !never.contains(ref);
  }

  ItemValue end(String item) {
    Valuation found = valued.get(item);
    return found == null ? ItemValue.none(currency) : found.end();
  }

  ItemValue pool(String name) {
    return valued.values().iterator().next().pools().get(name);
  }

  BigDecimal onHand() {
    return valued.values().stream()
        .map(v -> v.end().onHand().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal value() {
    return valued.values().stream()
        .map(v -> v.end().value().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Valued valued(String ref, String item) {
    return Objects.requireNonNull(valued.get(item)).of(new LineKey(ref, 0));
  }

  /** As the cases tell it: of a charge the part that went to stock, of the others what moved. */
  BigDecimal cost(String ref) {
    JsonNode step = Objects.requireNonNull(byRef.get(ref));
    BigDecimal sum = BigDecimal.ZERO;
    for (String item : itemsOf(step)) {
      sum = sum.add(cost(step, valued(ref, item)));
    }
    return sum;
  }

  private BigDecimal cost(JsonNode step, Valued of) {
    BigDecimal value = of.value().amount();
    BigDecimal withDifference = value.add(of.difference().amount());
    return switch (what(step)) {
      case "landedCost", "bill", "priceDifference" -> withDifference;
      case "returnToSupplier" ->
          given.path("supplierReturn").asString("original").equals("original")
              ? value.negate()
              : withDifference.negate();
      case "revalue", "setStandard", "returnFromCustomer" -> value;
      default -> value.negate();
    };
  }

  BigDecimal correction(String ref) {
    JsonNode step = Objects.requireNonNull(byRef.get(ref));
    String item = itemsOf(step).iterator().next();
    return valued(ref, item).covering().amount().negate();
  }

  /** Debits of the accounts of profit and loss. */
  Map<String, BigDecimal> totals() {
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (String name : List.of("cogs", "costDifference", "expense", "adjustment", "revaluation")) {
      totals.put(name, BigDecimal.ZERO);
    }
    for (JsonNode step : known) {
      if (!never.contains(step.get("ref").asString())) {
        itemsOf(step).forEach(item -> total(totals, step, item));
      }
    }
    return totals;
  }

  private void total(Map<String, BigDecimal> totals, JsonNode step, String item) {
    Valued of = valued(step.get("ref").asString(), item);
    totals.merge("cogs", of.covering().amount().negate(), BigDecimal::add);
    totals.merge("costDifference", of.difference().amount().negate(), BigDecimal::add);
    JsonNode meant = what(step).equals("reverse") ? original(step) : step;
    BigDecimal value = of.value().amount();
    switch (what(meant)) {
      case "issue", "returnFromCustomer" -> totals.merge("cogs", value.negate(), BigDecimal::add);
      case "consume" -> totals.merge("expense", value.negate(), BigDecimal::add);
      case "count" -> totals.merge("adjustment", value.negate(), BigDecimal::add);
      case "revalue", "setStandard" -> totals.merge("revaluation", value, BigDecimal::add);
      default -> {}
    }
  }

  Issued issuedIn(String month) {
    List<Step> all = steps.values().iterator().next();
    Valuation valuation = valued.values().iterator().next();
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal amount = BigDecimal.ZERO;
    Valued last = null;
    for (Step step : all) {
      if (step.when().month().equals(month)) {
        Valued of = valuation.of(step.line());
        last = of;
        if (step.how() instanceof How.Issue) {
          quantity = quantity.add(step.quantity().value());
          amount = amount.add(of.value().amount().negate());
        }
      }
    }
    Valued end = Objects.requireNonNull(last);
    return new Issued(quantity, amount, end.unitCost().amount(), end.after());
  }
}
