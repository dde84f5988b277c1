package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.BiConsumer;

/** Compares what is expected of the match of orders, receipts and bills with what came. */
final class MatchExpectations {
  private final World world;
  private final BiConsumer<String, TaxExpectations.Values> differ;

  MatchExpectations(World world, BiConsumer<String, TaxExpectations.Values> differ) {
    this.world = world;
    this.differ = differ;
  }

  void compare(Fields expected) {
    expected.findText("status").ifPresent(status -> text("status", status, status()));
  }

  /** Where the newest order stands: what came of it that nobody billed, what was billed before. */
  private String status() {
    JsonNode order = world.books().get(world.newest(Made.Kind.PURCHASE_ORDER).path());
    boolean isBilled = true;
    for (JsonNode line : order.path("lines")) {
      isBilled &= amount(line, "receivedQuantity").compareTo(amount(line, "invoicedQuantity")) <= 0;
    }
    String word = order.path("status").asText();
    return word.equals("received") && !isBilled ? "received, not billed" : word;
  }

  private static BigDecimal amount(JsonNode node, String name) {
    return new BigDecimal(node.path(name).asText("0"));
  }

  private void text(String where, String expected, String actual) {
    if (!expected.equals(actual)) {
      differ.accept(where, new TaxExpectations.Values(expected, actual));
    }
  }
}
