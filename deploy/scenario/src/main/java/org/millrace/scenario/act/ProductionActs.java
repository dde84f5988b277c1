package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;
import org.millrace.scenario.production.WorkOrders;

/** What is made: materials, labour and overhead of work orders, and the goods that come of them. */
final class ProductionActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "issueToOrder", ProductionActs::issue,
          "labour", ProductionActs::labour,
          "overhead", ProductionActs::overhead,
          "receiveFromOrder", ProductionActs::receive,
          "scrapFromOrder", ProductionActs::scrap,
          "returnFromOrder", ProductionActs::giveBack,
          "cancelOrder", ProductionActs::cancel,
          "closeOrder", ProductionActs::close,
          "unbuild", ProductionActs::takeApart,
          "costCorrected", ProductionActs::correctCost);

  private static final String PARTS = "parts of ";

  private ProductionActs() {}

  private static Map<String, Object> happening(World world, Fields step) {
    step.find("recordedAt");
    return new LinkedHashMap<>(Map.of("occurredAt", world.moment(step.day("date"))));
  }

  private static WorkOrders.Order order(World world, Fields step) {
    String name = step.text("order");
    return world
        .workOrders()
        .find(name)
        .orElseGet(() -> Releasing.released(world, name, world.moment(step.day("date"))));
  }

  /** Materials that nobody bought before are bought at what they cost. */
  private static void issue(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    String item = step.text("item");
    BigDecimal quantity = step.number("quantity");
    step.findText("unit").ifPresent(unit -> {}); // its own: the item is counted in it
    BigDecimal cost = step.findNumber("unitCost").orElse(BigDecimal.ZERO);
    Map<String, Object> taken = happening(world, step);
    buy(world, item, quantity, cost, String.valueOf(taken.get("occurredAt")));
    taken.put("lines", List.of(Map.of("item", item, "quantity", quantity)));
    JsonNode answer = world.books().act(order.path(), "consumptions", taken);
    for (JsonNode line : answer.path("consumption").path("lines")) {
      order.issued(item, quantity, new BigDecimal(line.path("cost").asText()));
    }
  }

  private static void buy(
      World world, String item, BigDecimal quantity, BigDecimal cost, String moment) {
    List<List<BigDecimal>> receipts = world.firstPartReceipts(item);
    if (!receipts.isEmpty()) {
      receipts.forEach(pair -> bought(world, item, pair.get(0), pair.get(1), moment));
      return;
    }
    JsonNode balance = world.books().get("stock/balances/" + item);
    if (new BigDecimal(balance.path("onHand").asText("0")).compareTo(quantity) < 0) {
      bought(world, item, quantity, cost, moment);
    }
  }

  private static void bought(
      World world, String item, BigDecimal quantity, BigDecimal cost, String moment) {
    world.note(PARTS + item, PurchasingActs.bought(world, item, quantity, cost, moment));
  }

  private static void labour(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    Map<String, Object> cost = happening(world, step);
    cost.put("kind", "labour");
    cost.put("hours", step.number("hours"));
    cost.put("rate", step.number("rate"));
    world.books().act(order.path(), "costs", cost);
  }

  private static void overhead(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    Map<String, Object> cost = happening(world, step);
    cost.put("kind", "overhead");
    cost.put("amount", step.number("amount"));
    world.books().act(order.path(), "costs", cost);
  }

  private static void receive(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    step.find("coProduct");
    Map<String, Object> made = happening(world, step);
    made.put("quantity", step.number("quantity"));
    made.put("item", step.text("item"));
    JsonNode answer = world.books().act(order.path(), "completions", made);
    BigDecimal cost = new BigDecimal(answer.path("completion").path("cost").asText());
    order.received(cost, world.step());
  }

  private static void scrap(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    step.find("item");
    boolean isNormal = step.find("normal").map(JsonNode::asBoolean).orElse(true);
    Map<String, Object> spoilt = happening(world, step);
    spoilt.put("quantity", step.number("quantity"));
    spoilt.put("kind", isNormal ? "scrap" : "loss");
    world.books().act(order.path(), "scrap", spoilt);
  }

  private static void giveBack(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    step.find("unitCost");
    Map<String, Object> back = happening(world, step);
    back.put(
        "lines", List.of(Map.of("item", step.text("item"), "quantity", step.number("quantity"))));
    JsonNode answer = world.books().act(order.path(), "returns", back);
    order.tell("returned", new BigDecimal(answer.path("posting").path("amount").asText()).abs());
  }

  private static void cancel(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    Map<String, Object> given = happening(world, step);
    List<Map<String, Object>> returned = new ArrayList<>();
    Optional<Fields> items = step.object("returned");
    items.ifPresent(
        all ->
            all.names()
                .forEach(item -> returned.add(Map.of("item", item, "quantity", all.number(item)))));
    given.put("returned", returned);
    given.put("reason", "Stopped");
    BigDecimal before = stockOf(world, order);
    world.books().act(order.path(), "cancel", given);
    order.tell("returned", stockOf(world, order).subtract(before));
    order.ended(world.step());
  }

  private static BigDecimal stockOf(World world, WorkOrders.Order order) {
    BigDecimal value = BigDecimal.ZERO;
    for (JsonNode material : world.books().get(order.path()).path("materials")) {
      JsonNode balance = world.books().get("stock/balances/" + material.path("item").asText());
      value = value.add(new BigDecimal(balance.path("value").asText("0")));
    }
    return value;
  }

  private static void close(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    BigDecimal before = completedCost(world, order);
    world.books().act(order.path(), "close", happening(world, step));
    order.tell("closingDifference", completedCost(world, order).subtract(before));
    order.ended(world.step());
  }

  private static BigDecimal completedCost(World world, WorkOrders.Order order) {
    return new BigDecimal(world.books().get(order.path()).path("completedCost").asText("0"));
  }

  private static void takeApart(World world, Fields step) {
    WorkOrders.Order order = order(world, step);
    step.find("item");
    Map<String, Object> apart = happening(world, step);
    apart.put("quantity", step.number("quantity"));
    JsonNode answer = world.books().act(order.path(), "disassemblies", apart).path("disassembly");
    order.tell("setsOut", new BigDecimal(answer.path("cost").asText()));
    order.tell("partsBack", new BigDecimal(answer.path("returnedCost").asText()));
    order.tell("lossOnUnbuild", new BigDecimal(answer.path("lossCost").asText()));
  }

  /** What parts turn out to cost counts where they came: the bill of their receipts. */
  private static void correctCost(World world, Fields step) {
    step.find("recordedAt");
    step.day("date");
    String item = step.text("item");
    WorkOrders.Order order = world.workOrders().find(world.firstOrder()).orElseThrow();
    BigDecimal before = value(world, order.product());
    for (Made receipt : world.allNamed(PARTS + item)) {
      PurchasingActs.billedAs(world, receipt, step.number("unitCost"));
    }
    order.tell("stockIncrease", value(world, order.product()).subtract(before));
  }

  private static BigDecimal value(World world, String item) {
    JsonNode balance = world.books().get("stock/balances/" + item);
    return new BigDecimal(balance.path("value").asText("0"));
  }
}
