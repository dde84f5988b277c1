package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.BadScenario;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** A part of an invoice of one line is credited, and set off against what is open of it. */
final class PartCredit {
  private static final int QUANTITY_DECIMALS = 4;

  private PartCredit() {}

  static void credit(World world, Fields step, Made invoice) {
    step.findNumber("taxRate"); // that of the invoice
    JsonNode billed = invoice.answer().orElseThrow();
    BigDecimal part = step.number("net");
    BigDecimal quantity =
        part.divide(number(billed, "netAmount"), QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    String moment = world.moment(step.day("date"));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("lines", List.of(Map.of("line", 1, "quantity", quantity)));
    request.put("occurredAt", moment);
    JsonNode note = world.books().act(invoice.path(), "credit-notes", request);
    if (number(note, "netAmount").add(part).signum() != 0) {
      throw new BadScenario(step.where() + ": " + part + " is no part of the quantity billed");
    }
    String credited = note.path("number").asText();
    world.note(step.text("ref"), TaxActs.made(step, Made.Kind.CREDIT_NOTE, credited, note));
    BigDecimal open = number(world.books().get(invoice.path()), "openAmount");
    BigDecimal gross = number(note, "openAmount").negate();
    BigDecimal amount = open.min(gross);
    if (amount.signum() > 0) {
      Map<String, Object> allocation = new LinkedHashMap<>();
      allocation.put(
          "items",
          List.of(
              Map.of("kind", "invoice", "number", invoice.number(), "amount", amount),
              Map.of("kind", "credit-note", "number", credited)));
      allocation.put("occurredAt", moment);
      world.books().post("settlement/allocations", allocation);
    }
  }

  private static BigDecimal number(JsonNode document, String name) {
    return new BigDecimal(document.path(name).asText("0"));
  }
}
