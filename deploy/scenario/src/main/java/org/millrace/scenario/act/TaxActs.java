package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.BadScenario;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.UnknownWord;
import org.millrace.scenario.World;

/** Documents with taxes, and the check of their arithmetic. */
final class TaxActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "validate", TaxActs::validate,
          "invoice", TaxActs::invoice,
          "prepaymentInvoice", PrepaymentActs::prepay,
          "creditNote", TaxActs::creditNote,
          "settle", TaxActs::settle,
          "supplierCreditNote", TaxActs::supplierCreditNote,
          "pay", TaxActs::pay);

  private static final String FIRST_DAY = "2000-01-01";

  /** The totals of an electronic invoice by their terms in EN 16931. */
  private static final Map<String, String> TOTALS =
      Map.of(
          "BT-106", "lines",
          "BT-107", "allowances",
          "BT-108", "charges",
          "BT-109", "net",
          "BT-110", "tax",
          "BT-112", "gross",
          "BT-113", "paid",
          "BT-114", "rounding",
          "BT-115", "due");

  private TaxActs() {}

  private static void validate(World world, Fields step) {
    step.find("date");
    Fields document = step.object("document").orElseThrow();
    document.find("type");
    Map<String, Object> asked = new LinkedHashMap<>();
    for (String part : List.of("lines", "allowances", "charges", "vat")) {
      document.find(part).ifPresent(rows -> asked.put(part, rows));
    }
    Fields totals = document.object("totals").orElseThrow();
    Map<String, Object> named = new LinkedHashMap<>();
    TOTALS.forEach((term, name) -> totals.findNumber(term).ifPresent(v -> named.put(name, v)));
    totals.refuseUnread();
    document.refuseUnread();
    asked.put("totals", named);
    JsonNode answer = world.books().post("tax/checks", asked);
    world.note(step.text("ref"), made(step, Made.Kind.TAX_CHECK, "", answer));
  }

  static Made made(Fields step, Made.Kind kind, String number, JsonNode answer) {
    return Made.of(kind, number, "", BigDecimal.ZERO, step.text("date")).answered(answer);
  }

  /** Services that are sold at once, so that no goods have to be there. */
  private static void invoice(World world, Fields step) {
    if (step.find("deducts").isPresent()) {
      PrepaymentActs.finish(world, step);
      return;
    }
    if (world.finerDecimals().isPresent()) {
      world.note(
          step.text("ref"), made(step, Made.Kind.SALES_INVOICE, "", FineTax.of(world, step)));
      return;
    }
    Map<String, Object> sale = new LinkedHashMap<>();
    sale.put("customer", world.customer());
    sale.put("occurredAt", world.moment(step.day("date")));
    sale.put("lines", lines(world, step));
    step.find("pricesInclude").ifPresent(isIncluded -> sale.put("pricesInclude", isIncluded));
    step.findNumber("documentDiscount").ifPresent(less -> sale.put("documentDiscount", less));
    step.find("discount").ifPresent(terms -> sale.put("earlyPayment", terms));
    JsonNode invoice = world.books().post("sales/invoices", sale);
    world.note(
        step.text("ref"),
        made(step, Made.Kind.SALES_INVOICE, invoice.path("number").asText(), invoice));
  }

  static List<Map<String, Object>> lines(World world, Fields step) {
    List<Map<String, Object>> lines = new ArrayList<>();
    Optional<BigDecimal> net = step.findNumber("net");
    if (net.isPresent()) {
      Map<String, Object> only = new LinkedHashMap<>();
      only.put("item", world.service("SERVICE"));
      only.put("quantity", 1);
      only.put("unitPrice", net.get());
      only.put("taxCode", code(world, step));
      lines.add(only);
    }
    for (Fields asked : step.objects("lines")) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("item", world.service(asked.text("item")));
      line.put("quantity", asked.number("quantity"));
      line.put("unitPrice", asked.number("price"));
      line.put("taxCode", code(world, asked));
      asked.findNumber("discountPercent").ifPresent(less -> line.put("discountPercent", less));
      asked.refuseUnread();
      lines.add(line);
    }
    return lines;
  }

  /** The tax code of what is asked for, made when it is first needed. */
  static String code(World world, Fields asked) {
    Map<String, Object> code = new LinkedHashMap<>();
    List<Map<String, Object>> rates = new ArrayList<>();
    asked.findNumber("taxRate").ifPresent(rate -> rates.add(component(1, "percent", rate)));
    for (Fields part : asked.objects("taxes")) {
      rates.add(component(rates.size() + 1, part));
    }
    if (rates.isEmpty()) {
      throw new BadScenario(asked.where() + ": no tax is said");
    }
    asked
        .findText("category")
        .ifPresent(
            category -> {
              if (!category.equals("AE")) {
                throw new UnknownWord(asked.where() + ", category", category);
              }
              code.put("category", "reverse-charge");
              code.put("exemptionReason", "Reverse charge");
            });
    if (asked.find("reverseCharge").map(JsonNode::asBoolean).orElse(false)) {
      code.put("category", "reverse-charge");
      code.put("exemptionReason", "Reverse charge");
    }
    asked
        .findNumber("deductiblePercent")
        .ifPresent(percent -> code.put("deductiblePercent", percent));
    asked.findText("taxPoint").ifPresent(point -> code.put("taxPoint", point));
    code.put("rates", rates);
    return world.taxCode(code);
  }

  private static Map<String, Object> component(int number, String basis, BigDecimal rate) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("component", number);
    component.put("validFrom", FIRST_DAY);
    component.put("basis", basis);
    component.put("rate", rate);
    return component;
  }

  private static Map<String, Object> component(int number, Fields part) {
    Map<String, Object> component =
        part.findNumber("rate")
            .map(rate -> component(number, "percent", rate))
            .or(() -> part.findNumber("fixed").map(rate -> component(number, "fixed", rate)))
            .orElseGet(() -> component(number, "of-gross", part.number("ofGross")));
    part.find("included").ifPresent(isIncluded -> component.put("included", isIncluded));
    part.find("joinsBase").ifPresent(isJoining -> component.put("joinsBase", isJoining));
    part.refuseUnread();
    return component;
  }

  /** A bill of one thing that was ordered and came: its net amount, and the tax on it. */
  static void bill(World world, Fields step) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", 1);
    line.put("quantity", 1);
    line.put("unitPrice", step.number("net"));
    line.put("taxCode", code(world, step));
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("supplierReference", step.text("ref"));
    bill.put("lines", List.of(line));
    step.findNumber("printedTax").ifPresent(tax -> bill.put("printedTax", tax));
    step.find("discount").ifPresent(terms -> bill.put("earlyPayment", terms));
    step.find("stock"); // what is bought comes into stock
    String moment = world.moment(step.day("date"));
    bill.put("occurredAt", moment);
    Made order = PurchasingActs.came(world, world.item("GOODS"), step.number("net"), moment);
    JsonNode posted = world.books().act("purchasing/orders/" + order.order(), "invoices", bill);
    world.note(
        step.text("ref"), made(step, Made.Kind.BILL, posted.path("number").asText(), posted));
  }

  /** A credit note of a supplier without a bill: one charge below 0. */
  private static void supplierCreditNote(World world, Fields step) {
    Map<String, Object> charge = new LinkedHashMap<>();
    charge.put("text", step.text("ref"));
    charge.put("amount", step.number("net").negate());
    charge.put("taxCode", code(world, step));
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("supplier", world.supplier());
    note.put("supplierReference", step.text("ref"));
    note.put("charges", List.of(charge));
    note.put("occurredAt", world.moment(step.day("date")));
    step.findNumber("printedTax").ifPresent(tax -> note.put("printedTax", tax.negate()));
    JsonNode posted = world.books().post("purchasing/invoices", note);
    world.note(
        step.text("ref"), made(step, Made.Kind.BILL, posted.path("number").asText(), posted));
  }

  /** Money for an invoice or a bill, less what is deducted. */
  private static void pay(World world, Fields step) {
    Made paid = world.named(step.text("of"));
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("amount", step.number("amount"));
    for (String deducted : List.of("discount", "bankFee", "writeOff")) {
      step.findNumber(deducted).ifPresent(amount -> payment.put(deducted, amount));
    }
    payment.put("occurredAt", world.moment(step.day("date")));
    JsonNode answer = world.books().act(paid.path(), "payments", payment);
    world.note(
        step.text("ref"),
        made(
            step,
            Made.Kind.PAYMENT,
            answer.at("/payment/number").asText(),
            answer.path("payment")));
  }

  /** Settles what is left of an invoice without money: each way that is named, the last stays. */
  private static void settle(World world, Fields step) {
    Made of = world.named(step.text("of"));
    List<String> ways = List.of(step.text("as").split(" or "));
    for (String way : ways) {
      if (!List.of("writeOff", "bankFee", "discount").contains(way)) {
        throw new UnknownWord(step.where() + ", as", way);
      }
      Map<String, Object> payment = new LinkedHashMap<>();
      payment.put("amount", 0);
      payment.put(way, step.number("amount"));
      payment.put("occurredAt", world.moment(step.day("date")));
      JsonNode answer = world.books().act(of.path(), "payments", payment).path("payment");
      String number = answer.path("number").asText();
      world.note(step.text("ref"), made(step, Made.Kind.PAYMENT, number, answer));
      if (!way.equals(ways.get(ways.size() - 1))) {
        String side = of.path().startsWith("sales") ? "sales" : "purchasing";
        world
            .books()
            .act(
                side + "/payments/" + number,
                "reverse",
                Map.of("reason", "Scenario", "date", step.text("date")));
      }
    }
  }

  /** Credits an invoice, as a whole or a part of it that is set off against it. */
  private static void creditNote(World world, Fields step) {
    Made invoice = world.named(step.text("of"));
    if (!step.find("full").map(JsonNode::asBoolean).orElse(false)) {
      PartCredit.credit(world, step, invoice);
      return;
    }
    JsonNode credit =
        world
            .books()
            .act(
                "sales/invoices/" + invoice.number(),
                "credit-notes",
                Map.of("occurredAt", world.moment(step.day("date"))));
    world.note(
        step.text("ref"),
        made(step, Made.Kind.CREDIT_NOTE, credit.path("number").asText(), credit));
  }
}
