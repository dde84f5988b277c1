package org.millrace.tax.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxComponent;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.TaxTreatment;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers for taxes, without those that are checks of electronic invoices. */
class TaxCasesTest {
  private static final Path CASES = Path.of("../../shared/cases/tax.json");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, TaxedDocument> documents = new HashMap<>();
  private final Map<String, JsonNode> steps = new HashMap<>();

  static Stream<Arguments> cases() throws IOException {
    assumeTrue(Files.exists(CASES), "the known answers are not here");
    return StreamSupport.stream(MAPPER.readTree(CASES.toFile()).spliterator(), false)
        .filter(one -> !one.get("steps").get(0).get("do").asString().equals("validate"))
        .map(one -> Arguments.of(one.get("id").asString(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesToTheKnownAnswer(String id, JsonNode one) {
    JsonNode expect = one.get("expect");
    JsonNode given = one.get("given");
    RoundingUnit unit =
        given.has("roundTo")
            ? new RoundingUnit(number(given, "roundTo"))
            : RoundingUnit.decimals(given.path("decimals").asInt(2));
    for (JsonNode step : one.get("steps")) {
      steps.put(step.get("ref").asString(), step);
    }
    JsonNode first = one.get("steps").get(0);
    TaxRounding rounding =
        one.get("rule").asString().contains("per line") || given.has("roundTo")
            ? TaxRounding.LINE
            : TaxRounding.DOCUMENT;
    if (expect.has("perLine")) {
      same(id, expect.get("perLine"), figures(document(first, TaxRounding.LINE, unit)));
      same(id, expect.get("perDocument"), figures(document(first, TaxRounding.DOCUMENT, unit)));
      return;
    }
    for (JsonNode step : one.get("steps")) {
      if (step.has("net") || step.has("lines") || step.has("gross")) {
        documents.put(step.get("ref").asString(), document(step, rounding, unit));
      }
    }
    same(id, expect, answers(one, first, unit));
  }

  /** All figures that the case may ask for, by their names there. */
  private Map<String, Object> answers(JsonNode one, JsonNode first, RoundingUnit unit) {
    TaxedDocument document = documents.get(first.get("ref").asString());
    Map<String, Object> found = figures(document);
    found.putAll(
        switch (first.get("do").asString()) {
          case "bill", "supplierCreditNote" -> bill(first, document, unit);
          default -> new TreeMap<>();
        });
    if (first.path("discount").isObject()) {
      found.putAll(early(document, first, unit));
    }
    String title = one.get("rule").asString();
    if (title.startsWith("included")) {
      found.put("fromNetAgain", again(document, unit));
    }
    found.putAll(payments(one, document, unit));
    return found;
  }

  private TaxedDocument document(JsonNode step, TaxRounding rounding, RoundingUnit unit) {
    List<TaxableLine> lines = new ArrayList<>();
    boolean inside = step.path("pricesInclude").asBoolean(false) || step.has("gross");
    if (step.has("lines")) {
      step.get("lines").forEach(line -> lines.add(line(line, inside)));
    } else {
      BigDecimal sign =
          step.get("do").asString().equals("supplierCreditNote")
              ? BigDecimal.ONE.negate()
              : BigDecimal.ONE;
      BigDecimal amount = number(step, step.has("net") ? "net" : "gross");
      lines.add(TaxableLine.of(sign, amount, treatment(step, inside)));
    }
    CalculateTax calculate = CalculateTax.by(rounding, unit);
    if (step.has("documentDiscount")) {
      calculate = calculate.less(number(step, "documentDiscount"));
    }
    if (step.path("discount").isObject()) {
      calculate = calculate.with(early(step));
    }
    return calculate.of(lines);
  }

  private static TaxableLine line(JsonNode line, boolean inside) {
    TaxableLine taxable =
        TaxableLine.of(number(line, "quantity"), number(line, "price"), treatment(line, inside));
    return line.has("discountPercent") ? taxable.less(number(line, "discountPercent")) : taxable;
  }

  private static TaxTreatment treatment(JsonNode of, boolean inside) {
    List<TaxComponent> components = new ArrayList<>();
    if (of.has("taxRate")) {
      components.add(TaxComponent.percent(number(of, "taxRate")));
    }
    of.path("taxes")
        .forEach(
            tax -> {
              TaxComponent component =
                  tax.has("rate")
                      ? TaxComponent.percent(number(tax, "rate"))
                      : tax.has("fixed")
                          ? TaxComponent.fixed(number(tax, "fixed"))
                          : TaxComponent.ofGross(number(tax, "ofGross"));
              component = tax.path("included").asBoolean(false) ? component.within() : component;
              components.add(
                  tax.path("joinsBase").asBoolean(false) ? component.joining() : component);
            });
    boolean reverse =
        of.path("reverseCharge").asBoolean(false) || of.path("category").asString("").equals("AE");
    TaxTreatment treatment =
        TaxTreatment.of(
            of.path("taxRate").asString(""),
            reverse ? TaxCategory.REVERSE_CHARGE : TaxCategory.STANDARD,
            components);
    treatment =
        of.has("deductiblePercent")
            ? treatment.deductible(number(of, "deductiblePercent"))
            : treatment;
    return inside ? treatment.within() : treatment;
  }

  private static Map<String, Object> figures(TaxedDocument document) {
    Map<String, Object> found = new TreeMap<>();
    List<TaxedDocument.Line> lines = document.lines();
    Map<String, Object> taxes = new TreeMap<>();
    Map<String, Object> rates = new TreeMap<>();
    for (TaxedDocument.Group group : document.groups()) {
      taxes.put(group.treatment().code(), group.tax());
      rates.put(
          group.treatment().code(),
          Map.of(
              "base", group.base(),
              "discount", group.discount(),
              "taxable", group.taxable(),
              "tax", group.tax()));
    }
    found.put("lines", lines.stream().map(TaxedDocument.Line::amount).toList());
    found.put("lineNet", lines.stream().map(TaxedDocument.Line::net).toList());
    found.put("lineTax", lines.stream().map(TaxedDocument.Line::tax).toList());
    found.put("taxes", document.groups().get(0).taxes());
    found.put("tax", taxes);
    found.put("rates", rates);
    found.put("lineTotal", document.lineTotal());
    found.put("discount", document.discount());
    found.put("net", document.net());
    found.put("taxTotal", document.tax());
    found.put("gross", document.gross());
    found.put("sellerDue", document.tax());
    return found;
  }

  /** What the net amount of the last line would come to with tax. */
  private static BigDecimal again(TaxedDocument document, RoundingUnit unit) {
    TaxedDocument.Line last = document.lines().get(document.lines().size() - 1);
    TaxComponent rate = document.groups().get(0).treatment().components().get(0);
    TaxTreatment onTop = TaxTreatment.standard("again", rate.value());
    return CalculateTax.by(TaxRounding.LINE, unit)
        .of(List.of(TaxableLine.of(BigDecimal.ONE, last.net(), onTop)))
        .gross();
  }

  private static Map<String, Object> bill(
      JsonNode step, TaxedDocument document, RoundingUnit unit) {
    BillTax tax =
        step.has("printedTax")
            ? BillTax.of(document, number(step, "printedTax"), unit)
            : BillTax.of(document, unit);
    BigDecimal payable = document.net().add(tax.booked());
    BigDecimal costs = document.net().add(tax.cost());
    Map<String, Object> found = new TreeMap<>();
    found.put("computedTax", tax.computed());
    found.put("bookedTax", tax.booked());
    found.put("difference", tax.difference());
    found.put("payable", payable);
    found.put("costs", costs);
    found.put("unitCost", costs);
    found.put("inputTax", tax.input());
    found.put(
        "postings",
        Map.of(
            "expense", costs,
            "inputTax", tax.input(),
            "outputTax", tax.selfAssessed().negate(),
            "payables", payable.negate()));
    return found;
  }

  private static EarlyPaymentDiscount early(JsonNode step) {
    JsonNode terms = step.get("discount");
    return new EarlyPaymentDiscount(
        new TaxTerms.Early(
            number(terms, "percent"),
            terms.get("days").asInt(),
            TaxTerms.Mode.valueOf(terms.get("mode").asString().toUpperCase(Locale.ROOT))));
  }

  private Map<String, Object> early(TaxedDocument document, JsonNode first, RoundingUnit unit) {
    EarlyPaymentDiscount terms = early(first);
    Map<String, Object> found = new TreeMap<>();
    BigDecimal pay = document.gross().subtract(terms.amount(document, unit));
    found.put("payEarly", pay);
    found.put("discountNet", terms.net(document, unit));
    found.put("taxCorrection", terms.taxCorrection(document, unit));
    found.put("outputTaxCorrection", terms.selfAssessedCorrection(document, unit));
    found.put("inputTaxCorrection", terms.selfAssessedCorrection(document, unit).negate());
    found.put("pay", pay);
    return found;
  }

  /** What the payments of the case do to the tax of its documents. */
  private Map<String, Object> payments(JsonNode one, TaxedDocument document, RoundingUnit unit) {
    Map<String, Object> found = new TreeMap<>();
    TaxedDocument.Group group = document.groups().get(0);
    OwedTax owed = OwedTax.of(document, group);
    Optional<JsonNode> pay = step(one, "pay");
    JsonNode first = one.get("steps").get(0);
    if (pay.isPresent() && pay.get().get("of").isArray()) {
      found.putAll(together(pay.get(), unit));
    } else if (first.path("taxPoint").asString("").equals("payment")) {
      found.putAll(cashBasis(one, document, unit));
    } else if (step(one, "prepaymentInvoice").isPresent()) {
      found.putAll(prepayment(one));
    } else if (step(one, "creditNote").isPresent()) {
      found.putAll(mirrored(document, unit));
    } else if (step(one, "settle").isPresent()) {
      BigDecimal left = number(step(one, "settle").get(), "amount");
      BigDecimal correction = owed.correction(BigDecimal.ZERO, left, unit);
      found.put("writeOff", Map.of("taxCorrection", correction, "loss", left.subtract(correction)));
      found.put("bankFee", Map.of("taxCorrection", BigDecimal.ZERO, "expense", left));
    } else if (pay.isPresent() && pay.get().has("discount")) {
      found.putAll(discounted(pay.get(), document, unit));
    }
    return found;
  }

  private Map<String, Object> together(JsonNode pay, RoundingUnit unit) {
    LocalDate day = LocalDate.parse(pay.get("date").asString());
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    for (JsonNode of : pay.get("of")) {
      TaxedDocument each = documents.get(of.asString());
      EarlyPaymentDiscount terms = early(steps.get(of.asString()));
      LocalDate date = LocalDate.parse(steps.get(of.asString()).get("date").asString());
      gross = gross.add(each.gross());
      tax = tax.add(each.tax());
      if (!day.isAfter(terms.terms().until(date))) {
        discount = discount.add(terms.amount(each, unit));
      }
    }
    return Map.of(
        "gross", gross, "tax", tax, "discount", discount, "pay", gross.subtract(discount));
  }

  private Map<String, Object> cashBasis(JsonNode one, TaxedDocument document, RoundingUnit unit) {
    OwedTax owed = OwedTax.of(document, document.groups().get(0));
    BigDecimal settled = BigDecimal.ZERO;
    BigDecimal pending = document.tax();
    List<BigDecimal> due = new ArrayList<>();
    Map<String, BigDecimal> months = new TreeMap<>();
    for (JsonNode step : one.get("steps")) {
      String month = step.get("date").asString().substring(0, 7);
      months.putIfAbsent(month, BigDecimal.ZERO);
      if (step.get("do").asString().equals("creditNote")) {
        pending = pending.subtract(documents.get(step.get("ref").asString()).tax());
      } else if (step.get("do").asString().equals("pay")) {
        BigDecimal paid = number(step, "amount");
        BigDecimal now = owed.due(settled, paid, unit);
        settled = settled.add(paid);
        pending = pending.subtract(now);
        due.add(now);
        months.merge(month, now, BigDecimal::add);
      }
    }
    boolean byMonth = one.get("expect").get("taxDue").isObject();
    Map<String, Object> found = new TreeMap<>();
    found.put("tax", document.tax());
    found.put("taxDue", byMonth ? months : due);
    found.put("sum", due.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    found.put("pendingAfterInvoice", document.tax());
    found.put("pendingAtEnd", pending);
    return found;
  }

  private Map<String, Object> prepayment(JsonNode one) {
    JsonNode asked = step(one, "prepaymentInvoice").get();
    JsonNode last = step(one, "invoice").get();
    TaxedDocument prepaid = documents.get(asked.get("ref").asString());
    TaxedDocument whole = documents.get(last.get("ref").asString());
    Prepayment done = Prepayment.of(whole, List.of(prepaid));
    return Map.of(
        "taxDue",
        Map.of("2026-06", prepaid.tax(), "2026-07", done.tax()),
        "final",
        Map.of(
            "net", whole.net(),
            "tax", whole.tax(),
            "gross", whole.gross(),
            "prepaid", prepaid.gross(),
            "payable", done.payable()));
  }

  private static Map<String, Object> mirrored(TaxedDocument document, RoundingUnit unit) {
    List<TaxableLine> back =
        document.groups().stream()
            .map(g -> TaxableLine.of(BigDecimal.ONE.negate(), g.taxable(), g.treatment()))
            .toList();
    TaxedDocument note = CalculateTax.by(TaxRounding.DOCUMENT, unit).of(back);
    Map<String, Object> taxes = new TreeMap<>();
    note.groups().forEach(g -> taxes.put(g.treatment().code(), g.tax().negate()));
    return Map.of(
        "creditNote",
        Map.of("net", note.net().negate(), "tax", taxes, "gross", note.gross().negate()),
        "left",
        document.gross().add(note.gross()));
  }

  private static Map<String, Object> discounted(
      JsonNode pay, TaxedDocument document, RoundingUnit unit) {
    TaxedDocument.Group group = document.groups().get(0);
    BigDecimal discount = number(pay, "discount");
    BigDecimal correction = OwedTax.of(document, group).correction(BigDecimal.ZERO, discount, unit);
    boolean reverse = group.treatment().category().isOwedByBuyer();
    BigDecimal net = reverse ? discount : discount.subtract(correction);
    BigDecimal fee = pay.has("bankFee") ? number(pay, "bankFee") : BigDecimal.ZERO;
    BigDecimal left =
        document.gross().subtract(number(pay, "amount")).subtract(discount).subtract(fee);
    BigDecimal base = document.net().subtract(net);
    BigDecimal due = group.taxFollowingPrice().subtract(correction);
    return Map.of(
        "taxCorrection",
        correction,
        "discountNet",
        net,
        "bankFee",
        fee,
        "receivableLeft",
        left,
        "afterPayment",
        Map.of(
            "payables",
            left,
            "discount",
            net.negate(),
            "inputTaxCorrection",
            correction.negate(),
            "outputTaxCorrection",
            correction),
        "taxReport",
        Map.of("base", base, "tax", due, "due", due, "deductible", due));
  }

  private static Optional<JsonNode> step(JsonNode one, String act) {
    return StreamSupport.stream(one.get("steps").spliterator(), false)
        .filter(step -> step.get("do").asString().equals(act))
        .findFirst();
  }

  private static BigDecimal number(JsonNode of, String field) {
    return of.get(field).decimalValue();
  }

  /** Every figure that is expected must be found, and be the same. */
  private static void same(String place, JsonNode expected, Object found) {
    assertThat(found).as(place).isNotNull();
    if (expected.isObject()) {
      assertThat(found).as(place).isInstanceOf(Map.class);
      expected
          .properties()
          .forEach(
              field ->
                  same(
                      place + "." + field.getKey(),
                      field.getValue(),
                      ((Map<?, ?>) found).get(field.getKey())));
    } else if (expected.isArray()) {
      List<?> list = (List<?>) found;
      assertThat(list).as(place).hasSize(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        same(place + "[" + i + "]", expected.get(i), list.get(i));
      }
    } else {
      BigDecimal figure =
          found instanceof Map<?, ?> map
              ? map.values().stream()
                  .map(BigDecimal.class::cast)
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
              : (BigDecimal) found;
      assertThat(figure).as(place).isEqualByComparingTo(expected.decimalValue());
    }
  }
}
