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

/** Money that is asked for before the supply, and the final invoice that deducts it. */
final class PrepaymentActs {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String DEDUCTS = "deducts";

  private PrepaymentActs() {}

  /**
   * A prepayment of the order that the final invoice bills; where none deducts it, of one that is
   * ten times as large.
   */
  static void prepay(World world, Fields step) {
    String reference = step.text("ref");
    String code = TaxActs.code(world, step);
    BigDecimal amount =
        step.findNumber("gross")
            .orElseGet(
                () ->
                    step.number("net")
                        .multiply(HUNDRED.add(step.number("taxRate")))
                        .divide(HUNDRED));
    Optional<Fields> last =
        world.steps().stream().filter(other -> deducts(other).contains(reference)).findFirst();
    String moment = world.moment(step.day("date"));
    String order =
        last.flatMap(invoice -> orderOf(world, invoice))
            .orElseGet(() -> ordered(world, last, amount, code, moment));
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("amount", amount);
    asked.put("taxCode", code);
    asked.put("occurredAt", moment);
    JsonNode invoice = world.books().act("sales/orders/" + order, "prepayment-invoices", asked);
    world.note(
        reference,
        Made.of(
                Made.Kind.SALES_INVOICE,
                invoice.path("number").asText(),
                new Made.Goods("", BigDecimal.ZERO, Optional.empty(), Optional.empty()),
                order,
                step.text("date"))
            .answered(invoice));
  }

  private static List<String> deducts(Fields step) {
    return step.find(DEDUCTS)
        .map(
            of -> {
              List<String> references = new ArrayList<>();
              of.forEach(each -> references.add(each.asText()));
              return references;
            })
        .orElse(List.of());
  }

  /** The order of a prepayment that the same invoice deducts. */
  private static Optional<String> orderOf(World world, Fields invoice) {
    return deducts(invoice).stream()
        .flatMap(reference -> world.allNamed(reference).stream())
        .map(Made::order)
        .findFirst();
  }

  private static String ordered(
      World world, Optional<Fields> invoice, BigDecimal amount, String code, String moment) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", world.service("SERVICE"));
    line.put("quantity", 1);
    line.put("unitPrice", amount.multiply(BigDecimal.TEN));
    line.put("taxCode", code);
    List<Map<String, Object>> lines =
        invoice.map(step -> TaxActs.lines(world, step)).orElse(List.of(line));
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("customer", world.customer());
    order.put("occurredAt", moment);
    order.put("lines", lines);
    return world.books().post("sales/orders", order).path("number").asText();
  }

  /** Delivers the order of the prepayments and invoices it. */
  static void finish(World world, Fields step) {
    TaxActs.lines(world, step); // what was ordered
    String order = orderOf(world, step).orElseThrow();
    String path = "sales/orders/" + order;
    Map<String, Object> happening = Map.of("occurredAt", world.moment(step.day("date")));
    world.books().act(path, "deliveries", happening);
    JsonNode invoice = world.books().act(path, "invoices", happening);
    String number = invoice.path("number").asText();
    world.note(step.text("ref"), TaxActs.made(step, Made.Kind.SALES_INVOICE, number, invoice));
  }
}
