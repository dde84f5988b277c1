package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.BadScenario;
import org.millrace.scenario.CoreRefused;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What is bought: order, receipt, bill. */
final class PurchasingActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "order", PurchasingActs::order,
          "receive", PurchasingActs::receive,
          "bill", PurchasingActs::bill,
          "priceDifference", PurchasingActs::priceDifference,
          "returnToSupplier", PurchasingActs::returnToSupplier);

  private static final int PRICE_DECIMALS = 6;

  private PurchasingActs() {}

  private static void order(World world, Fields step) {
    Map<String, Object> money = new LinkedHashMap<>();
    world
        .orderCurrency()
        .ifPresent(
            currency -> {
              money.put("currency", currency);
              world.rate(step, "orderRate").ifPresent(rate -> money.put("rate", rate));
            });
    world.note(
        step.text("ref"),
        ordered(
            world,
            new Wanted(
                world.item(step.text("item")),
                inUnit(step, step.number("quantity")),
                step.number("price")),
            world.moment(step.day("date")),
            money));
  }

  /** So many of a step, in the unit that it names. */
  static Map<String, Object> inUnit(Fields step, BigDecimal quantity) {
    Map<String, Object> wanted = new LinkedHashMap<>(Map.of("quantity", quantity));
    step.find("factor"); // the item knows it
    step.findText("unit").ifPresent(unit -> wanted.put("unit", unit));
    return wanted;
  }

  /** A figure of the only line of a document, in the item's own unit. */
  static BigDecimal inOwnUnit(JsonNode document, String figure) {
    return document.path("lines").path(0).path(figure).decimalValue();
  }

  private static Made ordered(
      World world, String item, Map<String, Object> wanted, BigDecimal price, String moment) {
    return ordered(world, new Wanted(item, wanted, price), moment, Map.of());
  }

  /** So many of an item at a price. */
  private record Wanted(String item, Map<String, Object> quantity, BigDecimal price) {}

  private static Made ordered(
      World world, Wanted wanted, String moment, Map<String, Object> money) {
    Map<String, Object> line = new LinkedHashMap<>(wanted.quantity());
    line.put("item", wanted.item());
    line.put("unitPrice", wanted.price());
    Map<String, Object> asked = new LinkedHashMap<>(money);
    asked.put("supplier", world.supplier());
    asked.put("lines", List.of(line));
    asked.put("occurredAt", moment);
    JsonNode order = world.books().post("purchasing/orders", asked);
    String number = order.path("number").asText();
    return Made.of(
        Made.Kind.PURCHASE_ORDER,
        number,
        new Made.Goods(
            wanted.item(),
            inOwnUnit(order, "quantity"),
            Optional.of(inOwnUnit(order, "unitPrice")),
            Optional.empty()),
        number,
        moment);
  }

  /** Goods with a cost of their own come by an order of their own; others by the newest order. */
  private static void receive(World world, Fields step) {
    Optional<BigDecimal> cost = step.findNumber("unitCost").or(() -> step.findNumber("price"));
    if (ConsignmentActs.isConsigned(step)) {
      ConsignmentActs.receive(world, step, cost.orElse(BigDecimal.ZERO));
      return;
    }
    String item = world.item(step.text("item"));
    BigDecimal quantity = step.number("quantity");
    String moment = world.moment(step.day("date"));
    Map<String, Object> happening = new LinkedHashMap<>(Late.happening(world, step));
    if (cost.isEmpty() && world.orderCurrency().isPresent()) {
      world.rate(step, "receiptRate").ifPresent(rate -> happening.put("rate", rate));
    }
    Made order =
        cost.map(price -> ordered(world, item, inUnit(step, quantity), price, moment))
            .or(() -> world.orderOf(item))
            .orElseThrow(() -> new BadScenario(step.where() + ": nothing was ordered"));
    Place place = new Place(world.location(step.findText("warehouse")), step.findText("lot"));
    BigDecimal came = step.has("unit") && cost.isPresent() ? order.quantity() : quantity;
    world.note(step.text("ref"), received(world, order, came, happening, place));
  }

  /** Where goods come to, and their lot. */
  private record Place(String location, Optional<String> lot) {}

  /** A line of goods of the first line of an order. */
  static Map<String, Object> line(BigDecimal quantity, Optional<String> lot) {
    Map<String, Object> line = new LinkedHashMap<>(Map.of("line", 1, "quantity", quantity));
    lot.ifPresent(code -> line.put("lot", code));
    return line;
  }

  private static Made received(
      World world, Made order, BigDecimal quantity, Map<String, Object> happening, Place place) {
    Map<String, Object> receipt = new LinkedHashMap<>(happening);
    receipt.put("location", place.location());
    receipt.put("lines", List.of(line(quantity, place.lot())));
    JsonNode made = world.books().act("purchasing/orders/" + order.number(), "receipts", receipt);
    String number = made.path("receipt").path("number").asText();
    world.place(number, place.location());
    return Made.of(
        Made.Kind.RECEIPT,
        number,
        new Made.Goods(order.item(), quantity, order.price(), place.lot()),
        order.number(),
        String.valueOf(happening.get("occurredAt")));
  }

  /** More goods of a receipt than it said, as if they had come with it. */
  static Made receivedMore(World world, Made receipt, BigDecimal more) {
    BigDecimal price = receipt.price().orElseThrow();
    Made order = ordered(world, receipt.item(), Map.of("quantity", more), price, receipt.moment());
    return received(
        world,
        order,
        more,
        Map.of("occurredAt", receipt.moment()),
        new Place(world.placeOf(receipt), receipt.lot()));
  }

  /** Goods of a receipt go back to the supplier. */
  static Made sentBack(World world, Made receipt, BigDecimal quantity, String moment) {
    Map<String, Object> back = new LinkedHashMap<>();
    back.put("receipt", receipt.number());
    back.put("lines", List.of(line(quantity, receipt.lot())));
    back.put("occurredAt", moment);
    JsonNode made = world.books().act("purchasing/orders/" + receipt.order(), "returns", back);
    return Made.of(
        Made.Kind.SUPPLIER_RETURN,
        made.path("receipt").path("number").asText(),
        new Made.Goods(receipt.item(), quantity, receipt.price(), receipt.lot()),
        receipt.order(),
        moment);
  }

  private static void returnToSupplier(World world, Fields step) {
    step.find("recordedAt");
    step.find("item");
    step.find("unitCost");
    Made receipt = world.named(step.text("of"));
    String moment = world.moment(step.day("date"));
    world.note(step.text("ref"), sentBack(world, receipt, step.number("quantity"), moment));
  }

  /** A bill for goods that were received before, which together cost so much more. */
  private static void priceDifference(World world, Fields step) {
    step.find("item");
    Made receipt = world.named(step.text("of"));
    BigDecimal each =
        step.number("amount").divide(receipt.quantity(), PRICE_DECIMALS, RoundingMode.HALF_UP);
    BigDecimal price = receipt.price().orElseThrow().add(each);
    world.note(
        step.text("ref"),
        billed(world, receipt, receipt.quantity(), price, new Paper(step, step.text("ref"))));
  }

  /** Goods that are ordered and come at once; their receipt. */
  static Made bought(
      World world, String item, BigDecimal quantity, BigDecimal price, String moment) {
    Made order = ordered(world, item, Map.of("quantity", quantity), price, moment);
    Place place = new Place(World.MAIN, Optional.empty());
    return received(world, order, quantity, Map.of("occurredAt", moment), place);
  }

  /** The bill of a receipt, on its day, at another price. */
  static void billedAs(World world, Made receipt, BigDecimal price) {
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("supplierReference", "Bill of " + receipt.number());
    bill.put(
        "lines", List.of(Map.of("line", 1, "quantity", receipt.quantity(), "unitPrice", price)));
    bill.put("occurredAt", receipt.moment());
    world.books().act("purchasing/orders/" + receipt.order(), "invoices", bill);
  }

  /** One thing that is ordered and comes at once; its receipt. */
  static Made came(World world, String item, BigDecimal price, String moment) {
    Made order = ordered(world, item, Map.of("quantity", BigDecimal.ONE), price, moment);
    return received(
        world,
        order,
        BigDecimal.ONE,
        Map.of("occurredAt", moment),
        new Place(World.MAIN, Optional.empty()));
  }

  private static void bill(World world, Fields step) {
    if (step.has("net")) {
      TaxActs.bill(world, step);
      return;
    }
    Optional<Made> of = step.findText("of").map(world::named);
    Made order =
        of.or(() -> world.orderOf(step.text("item")))
            .orElseThrow(() -> new BadScenario(step.where() + ": nothing was ordered"));
    step.find("item");
    BigDecimal quantity = step.findNumber("quantity").orElse(order.quantity());
    BigDecimal price = step.findNumber("unitPrice").orElseGet(() -> step.number("price"));
    String number = step.findText("supplierNumber").orElse(step.text("ref"));
    world.note(step.text("ref"), billed(world, order, quantity, price, new Paper(step, number)));
  }

  /** A bill that does not fit is held where the step says that it is blocked. */
  private static JsonNode entered(World world, Made order, Map<String, Object> bill, Fields step) {
    try {
      return world.books().act("purchasing/orders/" + order.order(), "invoices", bill);
    } catch (CoreRefused refused) {
      if (step.findText("status").filter("blocked"::equals).isPresent()) {
        Map<String, Object> held = new LinkedHashMap<>(bill);
        held.remove("postingDate");
        held.put("order", order.order());
        JsonNode blocked = world.books().post("purchasing/blocked-bills", held);
        String number = blocked.path("number").asText();
        world.note(
            step.text("ref"),
            Made.of(Made.Kind.BLOCKED_BILL, number, order.goods(), order.order(), "")
                .answered(blocked));
      }
      throw refused;
    }
  }

  /** Lines that nobody ordered: borne by the goods, or booked to an account. */
  static void putCharges(World world, Fields step, Map<String, Object> bill) {
    List<Map<String, Object>> charges = new ArrayList<>();
    for (Fields extra : step.objects("extraLines")) {
      Map<String, Object> charge = new LinkedHashMap<>();
      charge.put("text", extra.text("item"));
      charge.put("amount", extra.number("amount"));
      boolean isOfGoods = extra.find("toStock").map(JsonNode::asBoolean).orElse(false);
      charge.put("onGoods", isOfGoods);
      extra.findText("account").ifPresent(account -> charge.put("account", account));
      if (extra.has("taxRate") || extra.has("taxes")) {
        charge.put("taxCode", TaxActs.code(world, extra));
      }
      extra.refuseUnread();
      charges.add(charge);
    }
    if (!charges.isEmpty()) {
      bill.put("charges", charges);
    }
  }

  /** The supplier's bill as it is entered. */
  private record Paper(Fields step, String number) {}

  private static Made billed(
      World world, Made order, BigDecimal quantity, BigDecimal price, Paper paper) {
    LocalDate day = paper.step().day("date");
    String moment = world.moment(day);
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("supplierReference", paper.number());
    bill.put("invoiceDate", day.toString());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", 1);
    line.put("quantity", quantity);
    line.put("unitPrice", price);
    if (paper.step().has("taxRate") || paper.step().has("taxes")) {
      line.put("taxCode", TaxActs.code(world, paper.step()));
    }
    paper
        .step()
        .findNumber("discountPercent")
        .ifPresent(percent -> line.put("discountPercent", percent));
    paper.step().findNumber("printedTax").ifPresent(tax -> bill.put("printedTax", tax));
    bill.put("lines", List.of(line));
    bill.putAll(Late.happening(world, paper.step()));
    putCharges(world, paper.step(), bill);
    world
        .orderCurrency()
        .ifPresent(
            currency -> {
              bill.put("currency", currency);
              world.rate(paper.step(), "billRate").ifPresent(rate -> bill.put("rate", rate));
            });
    JsonNode posted = entered(world, order, bill, paper.step());
    return Made.of(
        Made.Kind.BILL,
        posted.path("number").asText(),
        new Made.Goods(order.item(), quantity, Optional.of(price), Optional.empty()),
        order.order(),
        moment);
  }
}
