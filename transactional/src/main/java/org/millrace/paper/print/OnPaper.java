package org.millrace.paper.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it stands on paper. Its fields are in the currency of the company; what a document
 * in another currency says stands beside them, and takes their place here. The tax is told in the
 * currency of the company as well, as the directive on VAT asks for (2006/112/EC, article 230).
 */
final class OnPaper {
  private static final Map<String, Map<String, String>> BESIDE =
      Map.of(
          "lines",
          Map.of("unitPrice", "unitPrice", "netAmount", "netAmount", "taxAmount", "taxAmount"),
          "taxes",
          Map.of("base", "base", "amount", "amount"),
          "prepaid",
          Map.of("base", "base", "tax", "amount"));
  private static final List<String> AMOUNTS =
      List.of("currency", "netAmount", "grossAmount", "paidAmount", "openAmount");

  private OnPaper() {}

  /** Puts what stands on the document in the place of what it is worth. */
  static void told(ObjectNode document) {
    discounted(document);
    if (document.path("foreign") instanceof ObjectNode foreign) {
      atHome(document, foreign);
      AMOUNTS.forEach(name -> told(document, name, foreign.path(name)));
      BESIDE.forEach(
          (list, names) ->
              document
                  .path(list)
                  .forEach(
                      row ->
                          names.forEach(
                              (name, beside) ->
                                  told((ObjectNode) row, name, row.path("foreign").path(beside)))));
      if (document.path("tax") instanceof ObjectNode tax) {
        told(tax, "gross", foreign.path("grossAmount"));
        if (tax.path("earlyPayment") instanceof ObjectNode early) {
          told(early, "discount", foreign.path("earlyDiscount"));
        }
      }
    }
    if (document.path("prepaid") instanceof ArrayNode prepaid) {
      prepaid.removeIf(row -> gross(row).signum() == 0);
      prepaid.forEach(row -> ((ObjectNode) row).put("gross", gross(row)));
    }
  }

  /**
   * The discount of the whole as one thing: an order has it in both currencies, an invoice in that
   * of the company only, so that one in another currency does not tell it.
   */
  private static void discounted(ObjectNode document) {
    boolean isForeign = document.path("foreign").isObject();
    JsonNode agreed = document.path("documentDiscount");
    JsonNode amount =
        agreed.isObject()
            ? agreed.path(isForeign ? "foreignAmount" : "amount")
            : document.at("/tax/discount");
    if ((agreed.isObject() || !isForeign)
        && amount.isNumber()
        && amount.decimalValue().signum() != 0) {
      ObjectNode discounted = document.putObject("discounted");
      discounted.set("off", amount);
      told(discounted, "percent", agreed.path("percent"));
    }
  }

  private static BigDecimal gross(JsonNode prepaid) {
    return prepaid.path("base").decimalValue().add(prepaid.path("tax").decimalValue());
  }

  private static void atHome(ObjectNode document, ObjectNode foreign) {
    JsonNode tax = document.at("/tax/amount");
    if (!tax.isMissingNode()) {
      ObjectNode home = document.putObject("atHome");
      home.set("tax", tax);
      home.set("currency", document.path("currency"));
      home.set("rate", foreign.path("rate"));
      home.set("paper", foreign.path("currency"));
    }
  }

  private static void told(ObjectNode of, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      of.set(name, value);
    }
  }
}
