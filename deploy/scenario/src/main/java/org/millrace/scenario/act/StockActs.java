package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.UnknownWord;
import org.millrace.scenario.World;

/** What moves in stock: sold, used, counted, carried. */
final class StockActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "issue", StockActs::issue,
          "consume", StockActs::consume,
          "count", StockActs::count,
          "transfer", StockActs::transfer,
          "returnFromCustomer", StockActs::returnFromCustomer,
          "reverse", StockActs::reverse,
          "correctQuantity", StockActs::correctQuantity);

  private StockActs() {}

  /** Goods that are sold: an order and its delivery. */
  private static void issue(World world, Fields step) {
    String item = world.item(step.text("item"));
    Map<String, Object> leaving = Late.happening(world, step);
    leaving.put("location", world.location(step.findText("warehouse")));
    world.note(
        step.text("ref"),
        sold(
            world,
            item,
            PurchasingActs.inUnit(step, step.number("quantity")),
            leaving,
            step.findText("lot")));
  }

  /**
   * An order and its delivery.
   *
   * @param leaving when and from where
   */
  private static Made sold(
      World world,
      String item,
      Map<String, Object> ordered,
      Map<String, Object> leaving,
      Optional<String> lot) {
    String moment = String.valueOf(leaving.get("occurredAt"));
    Map<String, Object> line = new LinkedHashMap<>(ordered);
    line.put("item", item);
    line.put("unitPrice", World.anyPrice());
    JsonNode order =
        world
            .books()
            .post(
                "sales/orders",
                Map.of("customer", world.customer(), "lines", List.of(line), "occurredAt", moment));
    String number = order.path("number").asText();
    BigDecimal quantity = PurchasingActs.inOwnUnit(order, "quantity");
    Map<String, Object> asked = new LinkedHashMap<>(leaving);
    asked.put("lines", List.of(PurchasingActs.line(quantity, lot)));
    JsonNode delivery = world.books().act("sales/orders/" + number, "deliveries", asked);
    String paper = delivery.path("delivery").path("number").asText();
    world.place(paper, String.valueOf(leaving.get("location")));
    return Made.of(
        Made.Kind.DELIVERY,
        paper,
        new Made.Goods(item, quantity, Optional.empty(), lot),
        number,
        moment);
  }

  private static void returnFromCustomer(World world, Fields step) {
    step.find("recordedAt");
    Made sale = world.named(step.text("of"));
    Map<String, Object> coming = new LinkedHashMap<>();
    coming.put("occurredAt", world.moment(step.day("date")));
    step.findText("warehouse")
        .ifPresent(place -> coming.put("location", world.location(Optional.of(place))));
    step.findText("lot").ifPresent(lot -> coming.put("lot", lot));
    world.note(step.text("ref"), takenBack(world, sale, step.number("quantity"), coming));
  }

  /** What a customer sends back is credited, so the sale is invoiced before. */
  private static Made takenBack(
      World world, Made sale, BigDecimal quantity, Map<String, Object> coming) {
    String moment = String.valueOf(coming.get("occurredAt"));
    String invoice = world.invoiceOf(sale, Map.of("occurredAt", moment));
    Map<String, Object> credit = new LinkedHashMap<>(coming);
    credit.putIfAbsent("location", world.placeOf(sale));
    Optional<String> lot = Optional.ofNullable(credit.remove("lot")).map(String::valueOf);
    credit.put("lines", List.of(PurchasingActs.line(quantity, lot)));
    JsonNode note = world.books().act("sales/invoices/" + invoice, "credit-notes", credit);
    return Made.of(
        Made.Kind.CREDIT_NOTE,
        note.path("number").asText(),
        new Made.Goods(sale.item(), quantity, Optional.empty(), sale.lot()),
        sale.order(),
        moment);
  }

  /**
   * Takes all of a document back: at its own date, or, as if it had never been, at that of the
   * document.
   */
  private static void reverse(World world, Fields step) {
    step.find("recordedAt");
    Made wrong = world.named(step.text("of"));
    boolean isAsIfNever = step.find("asIfNever").map(JsonNode::asBoolean).orElse(false);
    String moment = world.moment(step.day("date"));
    world.note(
        step.text("ref"),
        less(world, step, wrong, wrong.quantity(), isAsIfNever ? wrong.moment() : moment));
  }

  /** The goods of a document were more or less than it says; counts where the document does. */
  private static void correctQuantity(World world, Fields step) {
    step.find("recordedAt");
    step.find("date");
    step.find("asIfNever");
    String reference = step.text("of");
    Made wrong = world.named(reference);
    BigDecimal more = step.number("quantity").subtract(wrong.quantity());
    Made correction =
        more.signum() < 0
            ? less(world, step, wrong, more.negate(), wrong.moment())
            : more(world, step, wrong, more);
    world.note(reference, correction);
    world.note(step.text("ref"), correction);
  }

  private static Made less(
      World world, Fields step, Made wrong, BigDecimal quantity, String moment) {
    return switch (wrong.kind()) {
      case RECEIPT -> PurchasingActs.sentBack(world, wrong, quantity, moment);
      case DELIVERY -> takenBack(world, wrong, quantity, Map.of("occurredAt", moment));
      case LANDED_COST -> CostActs.reversed(world, wrong, moment);
      case BILL -> MatchActs.reversed(world, wrong, moment);
      default -> throw new UnknownWord(step.where() + ", of", wrong.kind().name());
    };
  }

  private static Made more(World world, Fields step, Made wrong, BigDecimal quantity) {
    return switch (wrong.kind()) {
      case RECEIPT -> PurchasingActs.receivedMore(world, wrong, quantity);
      case DELIVERY ->
          sold(
              world,
              wrong.item(),
              Map.of("quantity", quantity),
              Map.of("occurredAt", wrong.moment(), "location", world.placeOf(wrong)),
              wrong.lot());
      default -> throw new UnknownWord(step.where() + ", of", wrong.kind().name());
    };
  }

  private static void consume(World world, Fields step) {
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", item);
    step.findText("lot").ifPresent(lot -> line.put("lot", lot));
    line.put("location", world.location(step.findText("warehouse")));
    line.put("quantity", quantity.negate());
    step.findNumber("atCost").ifPresent(cost -> line.put("unitCost", cost));
    String moment = world.moment(step.day("date"));
    Map<String, Object> movement = new LinkedHashMap<>(Late.happening(world, step));
    movement.put("lines", List.of(line));
    movement.put("reason", "consumption");
    JsonNode moved = world.books().post("stock/movements", movement);
    world.note(
        step.text("ref"),
        Made.of(
            Made.Kind.MOVEMENT,
            moved.path("document").path("number").asText(),
            item,
            quantity,
            moment));
  }

  private static void count(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    BigDecimal counted = step.number("counted");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", item);
    line.put("countedQuantity", counted);
    step.findText("lot").ifPresent(lot -> line.put("lot", lot));
    step.findNumber("unitCost").ifPresent(cost -> line.put("unitCost", cost));
    String moment = world.moment(step.day("date"));
    Map<String, Object> happening = Map.of("occurredAt", moment);
    Map<String, Object> sheet = new LinkedHashMap<>(happening);
    sheet.put("location", world.location(step.findText("warehouse")));
    sheet.put("lines", List.of(line));
    String number = world.books().post("stock/counts", sheet).path("number").asText();
    world.books().act("stock/counts/" + number, "post", happening);
    world.note(step.text("ref"), Made.of(Made.Kind.COUNT, number, item, counted, moment));
  }

  private static void transfer(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    String moment = world.moment(step.day("date"));
    Map<String, Object> happening = Map.of("occurredAt", moment);
    Map<String, Object> transfer = new LinkedHashMap<>(happening);
    transfer.put("fromLocation", world.location(step.findText("from")));
    transfer.put("toLocation", world.location(step.findText("to")));
    Map<String, Object> line = new LinkedHashMap<>(Map.of("item", item, "quantity", quantity));
    step.findText("lot").ifPresent(lot -> line.put("lot", lot));
    transfer.put("lines", List.of(line));
    String number = world.books().post("stock/transfers", transfer).path("number").asText();
    world.books().act("stock/transfers/" + number, "post", happening);
    world.place(number, String.valueOf(transfer.get("fromLocation")));
    world.note(step.text("ref"), Made.of(Made.Kind.TRANSFER, number, item, quantity, moment));
  }
}
