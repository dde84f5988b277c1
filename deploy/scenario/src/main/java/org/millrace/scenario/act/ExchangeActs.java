package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.BadScenario;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/**
 * Documents in foreign currencies with one partner, who buys and sells; what settles several
 * documents at once; closing days.
 */
final class ExchangeActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "receivePayment", ExchangeActs::receive,
          "payOut", ExchangeActs::payOut,
          "prepay", ExchangeActs::prepay,
          "allocate", ExchangeActs::allocate,
          "autoReverse", (world, step) -> step.day("date"));

  private static final String CURRENCY = "currency";
  private static final String RATE = "rate";
  private static final String RATES = "rates";
  private static final String AMOUNT = "amount";
  private static final int PRICE_DECIMALS = 6;

  private ExchangeActs() {}

  /** The act that a word of other scenarios means where currencies are told. */
  static Optional<Act> of(Fields step) {
    boolean isPlain = step.has(AMOUNT) && !step.has("net") && !step.has("lines");
    return switch (step.text("do")) {
      case "invoice" -> when(isPlain, ExchangeActs::invoice);
      case "creditNote" -> when(isPlain && !step.has("of"), ExchangeActs::creditNote);
      case "pay" ->
          when(
              step.has(RATE) || step.has("homeReceived") || step.get("of").isArray(),
              ExchangeActs::pay);
      case "bill" -> when(isPlain && (step.has(RATE) || step.has(RATES)), ExchangeActs::bill);
      case "revalue" -> when(step.has(RATE), ExchangeActs::revalue);
      default -> Optional.empty();
    };
  }

  private static Optional<Act> when(boolean isMeant, Act act) {
    return isMeant ? Optional.of(act) : Optional.empty();
  }

  private static void invoice(World world, Fields step) {
    sold(world, step, "sales/invoices", Made.Kind.SALES_INVOICE);
  }

  private static void creditNote(World world, Fields step) {
    sold(world, step, "sales/invoices/credit-notes", Made.Kind.CREDIT_NOTE);
  }

  private static void sold(World world, Fields step, String path, Made.Kind kind) {
    Map<String, Object> sale = new LinkedHashMap<>();
    sale.put("customer", world.partner());
    sale.put("occurredAt", world.moment(step.day("date")));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", world.service("SERVICE"));
    line.put("quantity", 1);
    line.put("unitPrice", step.number(AMOUNT));
    sale.put("lines", List.of(line));
    putMoney(world, step, sale);
    note(world, step, kind, world.books().post(path, sale));
  }

  /** The currency and the rate, where it is not the one of the company. */
  static void putMoney(World world, Fields step, Map<String, Object> document) {
    String currency = step.findText(CURRENCY).or(world::documentCurrency).orElse(world.home());
    Optional<String> rate = rate(world, step);
    step.find(RATES);
    keepRates(world, step, currency);
    if (!currency.equals(world.home())) {
      document.put(CURRENCY, currency);
      rate.ifPresent(told -> document.put(RATE, told));
    }
  }

  /** The rates of further books are those of the day. */
  private static void keepRates(World world, Fields step, String currency) {
    JsonNode told = step.find(RATE).or(() -> step.find(RATES)).orElse(MissingNode.getInstance());
    for (String book : world.secondBooks()) {
      if (told.has(book) && !book.equals(currency)) {
        Map<String, Object> rate = new LinkedHashMap<>();
        rate.put("fromCurrency", currency);
        rate.put("toCurrency", book);
        rate.put("validFrom", step.day("date").toString());
        rate.put(RATE, plain(told.path(book)));
        world.books().post("currency/rates", rate);
      }
    }
  }

  /** Told by itself, or by the currency of the company. */
  private static Optional<String> rate(World world, Fields step) {
    Optional<JsonNode> rate =
        step.find(RATE).or(() -> step.find(RATES).map(all -> all.path(world.home())));
    return rate.map(told -> told.isObject() ? told.path(world.home()) : told)
        .filter(told -> !told.isMissingNode())
        .map(ExchangeActs::plain);
  }

  private static String plain(JsonNode rate) {
    return rate.isNumber() ? rate.decimalValue().toPlainString() : rate.asText();
  }

  /** One thing that is ordered at its worth of the day, comes, and is billed. */
  private static void bill(World world, Fields step) {
    step.find("goods"); // what is billed comes into stock
    BigDecimal amount = step.number(AMOUNT);
    String moment = world.moment(step.day("date"));
    BigDecimal worth = amount.multiply(fraction(rate(world, step).orElse("1")));
    BigDecimal price = worth.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    Made order = PurchasingActs.came(world, world.item("GOODS"), price, moment);
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("supplierReference", step.text("ref"));
    bill.put("lines", List.of(Map.of("line", 1, "quantity", 1, "unitPrice", amount)));
    bill.put("occurredAt", moment);
    putMoney(world, step, bill);
    String path = "purchasing/orders/" + order.order();
    note(world, step, Made.Kind.BILL, world.books().act(path, "invoices", bill));
  }

  private static BigDecimal fraction(String rate) {
    String[] parts = rate.split("/", -1);
    return parts.length == 1
        ? new BigDecimal(rate)
        : new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), MathContext.DECIMAL128);
  }

  private static void pay(World world, Fields step) {
    Made first = paid(world, step).get(0);
    settle(world, step, first.kind() == Made.Kind.BILL ? "out" : "in");
  }

  private static void receive(World world, Fields step) {
    settle(world, step, "in");
  }

  private static void payOut(World world, Fields step) {
    settle(world, step, "out");
  }

  /** An advance that the bank changed into the foreign currency. */
  private static void prepay(World world, Fields step) {
    Map<String, Object> payment = payment(world, step, "out", List.of());
    BigDecimal worth = step.number(AMOUNT).multiply(step.number(RATE));
    payment.put("homeAmount", worth.stripTrailingZeros());
    note(world, step, Made.Kind.SETTLEMENT, world.books().post("settlement/payments", payment));
  }

  private static void settle(World world, Fields step, String direction) {
    List<Made> items = step.has("of") ? paid(world, step) : List.of();
    Map<String, Object> payment = payment(world, step, direction, items);
    step.findNumber("fee").ifPresent(fee -> payment.put("bankFee", fee));
    step.findNumber("homeReceived").ifPresent(worth -> payment.put("homeAmount", worth));
    JsonNode answer = world.books().post("settlement/payments", payment);
    step.find(RATES).ifPresent(rates -> ((ObjectNode) answer).set(RATES, rates));
    note(world, step, Made.Kind.SETTLEMENT, answer);
  }

  private static Map<String, Object> payment(
      World world, Fields step, String direction, List<Made> items) {
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("direction", direction);
    payment.put("party", items.isEmpty() ? world.partner() : party(items.get(0)));
    payment.put(AMOUNT, step.number(AMOUNT));
    putMoney(world, step, payment);
    payment.put("items", items.stream().map(item -> item(item, Optional.empty())).toList());
    payment.put("occurredAt", world.moment(step.day("date")));
    return payment;
  }

  private static String party(Made document) {
    JsonNode answer = document.answer().orElseThrow();
    String customer = answer.at("/customer/code").asText();
    return customer.isEmpty() ? answer.at("/supplier/code").asText() : customer;
  }

  private static List<Made> paid(World world, Fields step) {
    List<Made> items = new ArrayList<>();
    JsonNode of = step.get("of");
    if (of.isArray()) {
      of.forEach(each -> items.add(world.named(each.asText())));
    } else {
      items.add(world.named(of.asText()));
    }
    return items;
  }

  private static Map<String, Object> item(Made document, Optional<BigDecimal> amount) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put(
        "kind",
        switch (document.kind()) {
          case SALES_INVOICE -> "invoice";
          case CREDIT_NOTE -> "credit-note";
          case BILL -> "supplier-invoice";
          case SETTLEMENT -> "payment";
          default -> throw new BadScenario("Nothing is open of a " + document.kind());
        });
    item.put("number", document.number());
    amount.ifPresent(part -> item.put(AMOUNT, part));
    return item;
  }

  private static void allocate(World world, Fields step) {
    Made of = world.named(step.text("of"));
    Made with = world.named(step.text("with"));
    Optional<BigDecimal> amount =
        step.findNumber(AMOUNT).or(() -> step.findNumber("amountInvoice"));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("items", List.of(item(of, amount), item(with, Optional.empty())));
    String into = currency(world, of);
    String from = currency(world, with);
    if (!into.equals(from)) {
      JsonNode rate = with.answer().orElseThrow().path(RATES).path(into);
      request.put(RATES, List.of(Map.of(CURRENCY, from, RATE, plain(rate))));
    }
    request.put("smallRests", world.smallRests());
    request.put("occurredAt", world.moment(step.day("date")));
    note(world, step, Made.Kind.ALLOCATION, world.books().post("settlement/allocations", request));
  }

  private static String currency(World world, Made document) {
    String foreign = document.answer().orElseThrow().at("/foreign/currency").asText();
    return foreign.isEmpty() ? world.home() : foreign;
  }

  private static void revalue(World world, Fields step) {
    String currency = step.findText(CURRENCY).or(world::documentCurrency).orElseThrow();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("date", step.day("date").toString());
    request.put(RATES, List.of(Map.of(CURRENCY, currency, RATE, rate(world, step).orElseThrow())));
    JsonNode answer = world.books().post("currency/revaluations", request);
    world.note("revaluation of " + step.text("date"), made(step, Made.Kind.REVALUATION, answer));
  }

  /** Takes a payment back, or an invoice by a credit note with which it is set off. */
  static boolean reverse(World world, Fields step) {
    Optional<Made> of = step.findText("of").map(world::named);
    Optional<Made.Kind> kind = of.map(Made::kind);
    Map<String, Object> why = new LinkedHashMap<>();
    if (kind.filter(Made.Kind.SETTLEMENT::equals).isPresent()) {
      why.put("reason", "Scenario");
      why.put("date", step.day("date").toString());
      step.find(RATE);
      keepRates(world, step, world.documentCurrency().orElse(world.home()));
      note(world, step, Made.Kind.SETTLEMENT, world.books().act(of.get().path(), "reverse", why));
      return true;
    }
    if (kind.filter(Made.Kind.SALES_INVOICE::equals).isPresent()) {
      why.put("occurredAt", world.moment(step.day("date")));
      JsonNode credit = world.books().act(of.get().path(), "credit-notes", why);
      Made note = made(step, Made.Kind.CREDIT_NOTE, credit);
      world.note(step.text("ref"), note);
      world
          .books()
          .post(
              "settlement/allocations",
              Map.of(
                  "items",
                  List.of(item(of.get(), Optional.empty()), item(note, Optional.empty())),
                  "occurredAt",
                  world.moment(step.day("date"))));
      return true;
    }
    return false;
  }

  private static void note(World world, Fields step, Made.Kind kind, JsonNode answer) {
    world.note(step.text("ref"), made(step, kind, answer));
  }

  private static Made made(Fields step, Made.Kind kind, JsonNode answer) {
    return Made.of(kind, answer.path("number").asText(), "", BigDecimal.ZERO, step.text("date"))
        .answered(answer);
  }
}
