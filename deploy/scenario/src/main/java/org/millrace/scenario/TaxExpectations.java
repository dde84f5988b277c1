package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.millrace.scenario.act.Vocabulary;

/** Compares documents with taxes, as the core answered them, with what is expected. */
final class TaxExpectations {
  private static final Map<String, Function<JsonNode, BigDecimal>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("net", invoice -> decimal(invoice.path("netAmount")));
    FIGURES.put("taxTotal", TaxExpectations::tax);
    FIGURES.put("gross", TaxExpectations::gross);
    FIGURES.put("sellerDue", TaxExpectations::tax);
    FIGURES.put("discount", invoice -> decimal(invoice.at("/tax/discount")));
    FIGURES.put(
        "lineTotal",
        invoice -> decimal(invoice.path("netAmount")).add(decimal(invoice.at("/tax/discount"))));
    FIGURES.put(
        "payEarly",
        invoice -> gross(invoice).subtract(decimal(invoice.at("/tax/earlyPayment/discount"))));
  }

  private final World world;
  private final BiConsumer<String, Values> differ;

  /** What was expected and what came, each as text. */
  record Values(String expected, String actual) {}

  TaxExpectations(World world, BiConsumer<String, Values> differ) {
    this.world = world;
    this.differ = differ;
  }

  /** Compares what is said of the newest invoice, credit note and check, where there is one. */
  void compare(Fields expected, List<Snapshot> after) {
    expected
        .findNumber("pendingAfterInvoice")
        .ifPresent(value -> number("pendingAfterInvoice", value, pending(after.get(0))));
    answer(Made.Kind.SALES_INVOICE)
        .ifPresent(
            invoice -> {
              document(expected, "invoice", invoice);
              roundings(expected);
              fromNet(expected, invoice);
              finish(expected, invoice);
              expected
                  .findNumber("left")
                  .ifPresent(left -> number("left", left, openWithCredit(invoice)));
            });
    answer(Made.Kind.BILL).ifPresent(bill -> bill(expected, bill));
    answer(Made.Kind.PAYMENT).ifPresent(payment -> payment(expected, payment));
    for (String way : List.of("writeOff", "bankFee")) {
      if (expected.isObject(way)) {
        settled(way, expected.object(way).orElseThrow());
      }
    }
    corrections(expected, after);
    expected
        .object("afterPayment")
        .ifPresent(
            paid -> {
              Snapshot last = after.get(after.size() - 1);
              paid.findNumber("payables")
                  .ifPresent(value -> number("payables", value, last.account("2000")));
              paid.findNumber("discount")
                  .ifPresent(value -> number("discount", value, last.account("5400")));
              corrections(paid, after);
              paid.refuseUnread();
            });
    if (expected.isObject("taxDue")) {
      due(expected.object("taxDue").orElseThrow());
    } else {
      list(expected, "taxDue", world.answers(Made.Kind.PAYMENT).map(TaxExpectations::due).toList());
    }
    expected
        .findNumber("pendingAtEnd")
        .ifPresent(value -> number("pendingAtEnd", value, pending(after.get(after.size() - 1))));
    expected
        .findNumber("sum")
        .ifPresent(
            sum ->
                number(
                    "sum of tax due",
                    sum,
                    world
                        .answers(Made.Kind.PAYMENT)
                        .map(TaxExpectations::due)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    expected.object("taxReport").ifPresent(this::report);
    answer(Made.Kind.CREDIT_NOTE)
        .ifPresent(
            note ->
                expected
                    .object("creditNote")
                    .ifPresent(
                        credit -> {
                          document(credit, "creditNote", note);
                          credit.refuseUnread();
                        }));
    expected.object("postings").ifPresent(accounts -> accounts(accounts, last(after)));
    answer(Made.Kind.TAX_CHECK).ifPresent(check -> check(expected, check));
  }

  private static final Map<String, String> ACCOUNTS =
      Map.of(
          "expense", "6000",
          "inputTax", "1300",
          "outputTax", "2200",
          "payables", "2000");

  private static Snapshot last(List<Snapshot> after) {
    return after.get(after.size() - 1);
  }

  /** Balances of accounts, debit positive. */
  private void accounts(Fields accounts, Snapshot now) {
    ACCOUNTS.forEach(
        (word, code) ->
            accounts
                .findNumber(word)
                .ifPresent(value -> number("postings, " + word, value, now.account(code))));
    accounts.refuseUnread();
  }

  private Optional<JsonNode> answer(Made.Kind kind) {
    return world.find(kind).flatMap(Made::answer);
  }

  private BigDecimal open(JsonNode invoice) {
    String path = "sales/invoices/" + invoice.path("number").asText();
    return decimal(world.books().get(path).path("openAmount"));
  }

  /** Of the newest bill; its unit cost is that of the goods. */
  private void bill(Fields expected, JsonNode bill) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    BigDecimal net = decimal(bill.path("netAmount"));
    BigDecimal cost = net.add(decimal(bill.at("/purchaseTax/cost")));
    figures.put("computedTax", decimal(bill.at("/purchaseTax/computed")));
    figures.put("bookedTax", tax(bill));
    figures.put("difference", decimal(bill.at("/purchaseTax/difference")));
    figures.put("inputTax", decimal(bill.at("/purchaseTax/input")));
    figures.put("payable", gross(bill));
    figures.put("costs", cost);
    figures.put("unitCost", cost);
    figures.put("gross", gross(bill));
    figures.forEach(
        (word, came) ->
            expected.findNumber(word).ifPresent(value -> number("bill, " + word, value, came)));
  }

  /** Of the newest payment: what was deducted, and what of it is tax. */
  private void payment(Fields expected, JsonNode payment) {
    BigDecimal discount = decimal(payment.at("/settlement/discount"));
    BigDecimal tax = decimal(payment.at("/settlement/discountTax"));
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    figures.put("taxCorrection", tax);
    figures.put("discountNet", discount.subtract(tax));
    figures.put("bankFee", decimal(payment.at("/settlement/bankFee")));
    figures.put("pay", decimal(payment.path("amount")));
    figures.forEach(
        (word, came) -> {
          if (!expected.isObject(word)) {
            expected.findNumber(word).ifPresent(value -> number("payment, " + word, value, came));
          }
        });
    expected
        .findNumber("receivableLeft")
        .ifPresent(
            left ->
                answer(Made.Kind.SALES_INVOICE)
                    .ifPresent(invoice -> number("receivableLeft", left, open(invoice))));
  }

  /** By how much the taxes that are got back and owed changed with the last act, debit positive. */
  private void corrections(Fields expected, List<Snapshot> after) {
    Map<String, String> accounts =
        Map.of("inputTaxCorrection", "1300", "outputTaxCorrection", "2200");
    accounts.forEach(
        (word, account) ->
            expected
                .findNumber(word)
                .ifPresent(
                    value -> {
                      int last = after.size() - 1;
                      BigDecimal before = after.get(last - 1).account(account);
                      number(word, value, after.get(last).account(account).subtract(before));
                    }));
  }

  /** What was settled without money in one way: what is tax of it, and what the firm lost. */
  private void settled(String way, Fields expected) {
    String amount = "/settlement/" + way;
    JsonNode settled =
        world
            .answers(Made.Kind.PAYMENT)
            .filter(payment -> decimal(payment.at(amount)).signum() != 0)
            .reduce((first, second) -> second)
            .orElseThrow(() -> new BadScenario("No act settled a " + way));
    BigDecimal tax =
        decimal(settled.at("/settlement/writeOffTax"))
            .add(decimal(settled.at("/settlement/discountTax")));
    number(way + ", taxCorrection", expected.number("taxCorrection"), tax);
    for (String word : List.of("loss", "expense")) {
      expected
          .findNumber(word)
          .ifPresent(
              value -> number(way + ", " + word, value, decimal(settled.at(amount)).subtract(tax)));
    }
    expected.refuseUnread();
  }

  /** The last act, with its taxes rounded by line and for the document. */
  private void roundings(Fields expected) {
    Map<String, String> roundings = new LinkedHashMap<>();
    roundings.put("perLine", "line");
    roundings.put("perDocument", "document");
    roundings.forEach(
        (word, rounding) ->
            expected
                .object(word)
                .ifPresent(
                    figures -> {
                      world.books().set("tax/settings", Map.of("rounding", rounding));
                      Fields last = world.steps().get(world.steps().size() - 1);
                      Vocabulary.of(last).perform(world, last);
                      document(figures, word, answer(Made.Kind.SALES_INVOICE).orElseThrow());
                      figures.refuseUnread();
                    }));
  }

  /** What the net amount of the last line would come to if the tax were added to it. */
  private void fromNet(Fields expected, JsonNode invoice) {
    expected
        .findNumber("fromNetAgain")
        .ifPresent(
            gross -> {
              JsonNode line = invoice.path("lines").path(invoice.path("lines").size() - 1);
              Map<String, Object> net = new LinkedHashMap<>();
              net.put("quantity", 1);
              net.put("price", decimal(line.path("netAmount")));
              net.put("taxCode", line.path("taxCode").asText());
              Map<String, Object> asked =
                  Map.of("lines", List.of(net), "date", invoice.path("invoiceDate").asText());
              JsonNode again = world.books().post("tax/calculations", asked);
              number("fromNetAgain", gross, decimal(again.path("gross")));
            });
  }

  /** An invoice that deducts prepayments. */
  private void finish(Fields expected, JsonNode invoice) {
    expected
        .object("final")
        .ifPresent(
            whole -> {
              document(whole, "final", invoice);
              BigDecimal prepaid = BigDecimal.ZERO;
              for (JsonNode part : invoice.path("prepaid")) {
                prepaid = prepaid.add(decimal(part.path("base"))).add(decimal(part.path("tax")));
              }
              BigDecimal deducted = prepaid;
              whole
                  .findNumber("prepaid")
                  .ifPresent(value -> number("final, prepaid", value, deducted));
              whole
                  .findNumber("payable")
                  .ifPresent(
                      value ->
                          number("final, payable", value, decimal(invoice.path("openAmount"))));
              whole.refuseUnread();
            });
  }

  /** The tax that a payment made due. */
  private static BigDecimal due(JsonNode payment) {
    return decimal(payment.at("/settlement/dueTax"));
  }

  /** The output tax of the return of each month, which is not filed. */
  private void due(Fields months) {
    for (String name : months.names()) {
      YearMonth month = YearMonth.parse(name);
      Map<String, Object> days =
          Map.of("firstDay", month + "-01", "lastDay", month.atEndOfMonth().toString());
      JsonNode draft = world.books().post("tax/return-drafts", days);
      BigDecimal due = BigDecimal.ZERO;
      for (JsonNode line : draft.path("lines")) {
        boolean isOf =
            line.path("side").asText().equals("output") && !line.path("late").asBoolean();
        due = isOf ? due.add(decimal(line.path("tax"))) : due;
      }
      number("taxDue " + name, months.number(name), due);
    }
  }

  /** Output tax that waits for payments. */
  private static BigDecimal pending(Snapshot now) {
    return now.account("2210").negate();
  }

  /** What the return of all time would say: base and tax of sales; of purchases what is due too. */
  private void report(Fields expected) {
    Map<String, Object> days = Map.of("firstDay", "2000-01-01", "lastDay", "2099-12-31");
    JsonNode draft = world.books().post("tax/return-drafts", days);
    BigDecimal base = BigDecimal.ZERO;
    for (JsonNode line : draft.path("lines")) {
      boolean isOutput = line.path("side").asText().equals("output");
      base = isOutput ? base.add(decimal(line.path("base"))) : base;
    }
    number("taxReport, base", expected.number("base"), base);
    Map<String, String> figures =
        Map.of("tax", "outputTax", "due", "outputTax", "deductible", "inputTax");
    figures.forEach(
        (word, name) ->
            expected
                .findNumber(word)
                .ifPresent(
                    value -> number("taxReport, " + word, value, decimal(draft.path(name)))));
    expected.refuseUnread();
  }

  private BigDecimal openWithCredit(JsonNode invoice) {
    return open(invoice).add(answer(Made.Kind.CREDIT_NOTE).map(this::open).orElse(BigDecimal.ZERO));
  }

  private void document(Fields expected, String where, JsonNode document) {
    BigDecimal sign = where.equals("creditNote") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    FIGURES.forEach(
        (word, figure) ->
            expected
                .findNumber(word)
                .ifPresent(
                    value ->
                        number(where + ", " + word, value, figure.apply(document).multiply(sign))));
    if (expected.isObject("tax")) {
      Fields byRate = expected.object("tax").orElseThrow();
      for (String rate : byRate.names()) {
        number(where + ", tax " + rate, byRate.number(rate), byRate(document, rate).multiply(sign));
      }
    } else {
      expected
          .findNumber("tax")
          .ifPresent(tax -> number(where + ", tax", tax, tax(document).multiply(sign)));
    }
    list(expected, "lines", amounts(document.path("lines"), "netAmount"));
    list(expected, "lineNet", amounts(document.path("lines"), "netAmount"));
    list(expected, "lineTax", amounts(document.path("lines"), "taxAmount"));
    list(expected, "taxes", taxes(document));
    expected.object("rates").ifPresent(rates -> rates(rates, document));
  }

  /** The taxes in the order of the codes, each of a code that is several. */
  private static List<BigDecimal> taxes(JsonNode document) {
    List<BigDecimal> taxes = new ArrayList<>();
    for (JsonNode share : document.path("taxes")) {
      List<BigDecimal> parts = new ArrayList<>();
      for (JsonNode part : document.path("taxComponents")) {
        if (part.path("code").asText().equals(share.path("code").asText())) {
          parts.add(decimal(part.path("amount")));
        }
      }
      taxes.addAll(parts.isEmpty() ? List.of(decimal(share.path("amount"))) : parts);
    }
    return taxes;
  }

  /** By rate: what the lines come to, their share of the discount, what is taxed, the tax. */
  private void rates(Fields rates, JsonNode document) {
    for (String rate : rates.names()) {
      Fields expected = rates.object(rate).orElseThrow();
      String where = "rate " + rate;
      BigDecimal taxable = BigDecimal.ZERO;
      for (JsonNode share : document.path("taxes")) {
        boolean isOf = decimal(share.path("rate")).compareTo(new BigDecimal(rate)) == 0;
        taxable = isOf ? taxable.add(decimal(share.path("base"))) : taxable;
      }
      number(where + ", taxable", expected.number("taxable"), taxable);
      number(
          where + ", discount",
          expected.number("discount"),
          expected.number("base").subtract(taxable));
      number(where + ", tax", expected.number("tax"), byRate(document, rate));
      expected.refuseUnread();
    }
  }

  private void check(Fields expected, JsonNode check) {
    expected.find("officialCheckPassesBecauseOfSlackOfOne"); // of another check
    text("valid", expected.get("valid").asText(), check.path("valid").asText());
    text("broken", sorted(expected.get("broken")), sorted(check.path("broken")));
  }

  private static String sorted(JsonNode words) {
    List<String> found = new ArrayList<>();
    words.forEach(word -> found.add(word.asText()));
    return found.stream().sorted().toList().toString();
  }

  private void list(Fields expected, String word, List<BigDecimal> actual) {
    expected
        .find(word)
        .filter(JsonNode::isArray)
        .ifPresent(
            values -> {
              List<BigDecimal> wanted = new ArrayList<>();
              values.forEach(value -> wanted.add(value.decimalValue()));
              text(word, plain(wanted), plain(actual));
            });
  }

  private static String plain(List<BigDecimal> values) {
    return values.stream()
        .map(value -> value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString())
        .toList()
        .toString();
  }

  private static List<BigDecimal> amounts(JsonNode rows, String name) {
    List<BigDecimal> amounts = new ArrayList<>();
    rows.forEach(row -> amounts.add(decimal(row.path(name))));
    return amounts;
  }

  private static BigDecimal tax(JsonNode document) {
    return decimal(document.at("/tax/amount"));
  }

  private static BigDecimal gross(JsonNode document) {
    return document.at("/tax/gross").isMissingNode()
        ? decimal(document.path("netAmount"))
        : decimal(document.at("/tax/gross"));
  }

  private static BigDecimal byRate(JsonNode document, String rate) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode share : document.path("taxes")) {
      boolean isOf = decimal(share.path("rate")).compareTo(new BigDecimal(rate)) == 0;
      sum = isOf ? sum.add(decimal(share.path("amount"))) : sum;
    }
    return sum;
  }

  private static BigDecimal decimal(JsonNode value) {
    return new BigDecimal(value.asText("0"));
  }

  private void number(String where, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0) {
      differ.accept(where, new Values(expected.toPlainString(), actual.toPlainString()));
    }
  }

  private void text(String where, String expected, String actual) {
    if (!expected.equals(actual)) {
      differ.accept(where, new Values(expected, actual));
    }
  }
}
