package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.World;

/**
 * An invoice in smaller amounts than books in its currency hold: worked out by the core and not
 * posted, told as an invoice would be.
 */
final class FineTax {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FineTax() {}

  static JsonNode of(World world, Fields step) {
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    for (Fields line : step.objects("lines")) {
      line.findNumber("taxRate").ifPresent(rate -> rates.put(TaxActs.code(world, line), rate));
    }
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put(
        "lines",
        TaxActs.lines(world, step).stream()
            .map(
                line -> {
                  Map<String, Object> calculated = new LinkedHashMap<>(line);
                  calculated.put("price", calculated.remove("unitPrice"));
                  calculated.remove("item");
                  return calculated;
                })
            .toList());
    asked.put("decimals", world.finerDecimals().orElseThrow());
    asked.put("date", step.text("date"));
    step.find("pricesInclude").ifPresent(isIncluded -> asked.put("pricesInclude", isIncluded));
    step.findNumber("documentDiscount").ifPresent(less -> asked.put("documentDiscount", less));
    step.find("discount").ifPresent(terms -> asked.put("earlyPayment", terms));
    return told(world.books().post("tax/calculations", asked), rates);
  }

  private static JsonNode told(JsonNode calculated, Map<String, BigDecimal> rates) {
    ObjectNode invoice = JSON.createObjectNode();
    invoice.set("netAmount", calculated.path("net"));
    ObjectNode tax = invoice.putObject("tax");
    tax.set("amount", calculated.path("taxTotal"));
    tax.set("gross", calculated.path("gross"));
    tax.set("discount", calculated.path("discount"));
    if (calculated.hasNonNull("payEarly")) {
      BigDecimal kept =
          calculated
              .path("gross")
              .decimalValue()
              .subtract(calculated.path("payEarly").decimalValue());
      tax.putObject("earlyPayment").put("discount", kept);
    }
    for (JsonNode line : calculated.path("lines")) {
      BigDecimal taxes = BigDecimal.ZERO;
      for (JsonNode each : line.path("taxes")) {
        taxes = taxes.add(each.decimalValue());
      }
      invoice
          .withArray("lines")
          .addObject()
          .put("taxAmount", taxes)
          .set("netAmount", line.path("net"));
    }
    for (JsonNode rate : calculated.path("rates")) {
      ObjectNode share = invoice.withArray("taxes").addObject();
      share.set("base", rate.path("taxable"));
      share.set("amount", rate.path("tax"));
      share.put("rate", rates.getOrDefault(rate.path("code").asText(), BigDecimal.ZERO));
    }
    return invoice;
  }
}
