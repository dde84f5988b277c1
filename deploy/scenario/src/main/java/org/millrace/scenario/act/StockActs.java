package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What moves in stock: sold, used, counted, carried. */
final class StockActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "issue", StockActs::issue,
          "consume", StockActs::consume,
          "count", StockActs::count,
          "transfer", StockActs::transfer,
          "returnFromCustomer", StockActs::returnFromCustomer);

  private StockActs() {}

  /** Goods that are sold: an order and its delivery. */
  private static void issue(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    String moment = world.moment(step.day("date"));
    JsonNode order =
        world
            .books()
            .post(
                "sales/orders",
                Map.of(
                    "customer",
                    world.customer(),
                    "lines",
                    List.of(
                        Map.of("item", item, "quantity", quantity, "unitPrice", World.anyPrice())),
                    "occurredAt",
                    moment));
    String number = order.path("number").asText();
    JsonNode delivery =
        world.books().act("sales/orders/" + number, "deliveries", Map.of("occurredAt", moment));
    world.note(
        step.text("ref"),
        new Made(
            Made.Kind.DELIVERY,
            delivery.path("delivery").path("number").asText(),
            item,
            quantity,
            number));
  }

  /** What a customer sends back is credited, so the sale is invoiced before. */
  private static void returnFromCustomer(World world, Fields step) {
    step.find("recordedAt");
    Made sale = world.named(step.text("of"));
    BigDecimal quantity = step.number("quantity");
    Map<String, Object> happening = Map.of("occurredAt", world.moment(step.day("date")));
    String invoice = world.invoiceOf(sale, happening);
    Map<String, Object> credit = new LinkedHashMap<>(happening);
    credit.put("lines", List.of(Map.of("line", 1, "quantity", quantity)));
    JsonNode note = world.books().act("sales/invoices/" + invoice, "credit-notes", credit);
    world.note(
        step.text("ref"),
        new Made(
            Made.Kind.CREDIT_NOTE,
            note.path("number").asText(),
            sale.item(),
            quantity,
            sale.order()));
  }

  private static void consume(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", item);
    line.put("location", world.location(step.findText("warehouse")));
    line.put("quantity", quantity.negate());
    JsonNode moved =
        world
            .books()
            .post(
                "stock/movements",
                Map.of("lines", List.of(line), "occurredAt", world.moment(step.day("date"))));
    world.note(
        step.text("ref"),
        new Made(Made.Kind.MOVEMENT, moved.path("number").asText(), item, quantity, ""));
  }

  private static void count(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    BigDecimal counted = step.number("counted");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", item);
    line.put("countedQuantity", counted);
    step.findNumber("unitCost").ifPresent(cost -> line.put("unitCost", cost));
    Map<String, Object> happening = Map.of("occurredAt", world.moment(step.day("date")));
    Map<String, Object> sheet = new LinkedHashMap<>(happening);
    sheet.put("location", world.location(step.findText("warehouse")));
    sheet.put("lines", List.of(line));
    String number = world.books().post("stock/counts", sheet).path("number").asText();
    world.books().act("stock/counts/" + number, "post", happening);
    world.note(step.text("ref"), new Made(Made.Kind.COUNT, number, item, counted, ""));
  }

  private static void transfer(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    Map<String, Object> happening = Map.of("occurredAt", world.moment(step.day("date")));
    Map<String, Object> transfer = new LinkedHashMap<>(happening);
    transfer.put("fromLocation", world.location(step.findText("from")));
    transfer.put("toLocation", world.location(step.findText("to")));
    transfer.put("lines", List.of(Map.of("item", item, "quantity", quantity)));
    String number = world.books().post("stock/transfers", transfer).path("number").asText();
    world.books().act("stock/transfers/" + number, "post", happening);
    world.note(step.text("ref"), new Made(Made.Kind.TRANSFER, number, item, quantity, ""));
  }
}
