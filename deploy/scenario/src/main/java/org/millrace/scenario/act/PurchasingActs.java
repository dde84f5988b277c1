package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.BadScenario;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What is bought: order, receipt, bill. */
final class PurchasingActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "order", PurchasingActs::order,
          "receive", PurchasingActs::receive,
          "bill", PurchasingActs::bill);

  private PurchasingActs() {}

  private static void order(World world, Fields step) {
    Made order = ordered(world, step, step.number("price"));
    world.note(step.text("ref"), order);
  }

  private static Made ordered(World world, Fields step, BigDecimal price) {
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    JsonNode order =
        world
            .books()
            .post(
                "purchasing/orders",
                Map.of(
                    "supplier",
                    world.supplier(),
                    "lines",
                    List.of(Map.of("item", item, "quantity", quantity, "unitPrice", price)),
                    "occurredAt",
                    world.moment(step.day("date"))));
    String number = order.path("number").asText();
    return new Made(Made.Kind.PURCHASE_ORDER, number, item, quantity, number);
  }

  /** Goods with a cost of their own come by an order of their own; others by the newest order. */
  private static void receive(World world, Fields step) {
    Optional<BigDecimal> cost = step.findNumber("unitCost").or(() -> step.findNumber("price"));
    step.find("recordedAt");
    Made order =
        cost.map(price -> ordered(world, step, price))
            .or(() -> world.orderOf(step.text("item")))
            .orElseThrow(() -> new BadScenario(step.where() + ": nothing was ordered"));
    BigDecimal quantity = step.number("quantity");
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("location", world.location(step.findText("warehouse")));
    receipt.put("lines", List.of(Map.of("line", 1, "quantity", quantity)));
    receipt.put("occurredAt", world.moment(step.day("date")));
    JsonNode receiving =
        world.books().act("purchasing/orders/" + order.number(), "receipts", receipt);
    world.note(
        step.text("ref"),
        new Made(
            Made.Kind.RECEIPT,
            receiving.path("receipt").path("number").asText(),
            order.item(),
            quantity,
            order.number()));
  }

  private static void bill(World world, Fields step) {
    step.find("recordedAt");
    Optional<Made> of = step.findText("of").map(world::named);
    Made order =
        of.or(() -> world.orderOf(step.text("item")))
            .orElseThrow(() -> new BadScenario(step.where() + ": nothing was ordered"));
    step.find("item");
    BigDecimal quantity = step.findNumber("quantity").orElse(order.quantity());
    BigDecimal price = step.findNumber("unitPrice").orElseGet(() -> step.number("price"));
    LocalDate day = step.day("date");
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("supplierReference", step.findText("supplierNumber").orElse(step.text("ref")));
    bill.put("invoiceDate", day.toString());
    bill.put("lines", List.of(Map.of("line", 1, "quantity", quantity, "unitPrice", price)));
    bill.put("occurredAt", world.moment(day));
    JsonNode posted = world.books().act("purchasing/orders/" + order.order(), "invoices", bill);
    world.note(
        step.text("ref"),
        new Made(
            Made.Kind.BILL, posted.path("number").asText(), order.item(), quantity, order.order()));
  }
}
