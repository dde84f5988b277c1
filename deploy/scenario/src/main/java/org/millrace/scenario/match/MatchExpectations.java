package org.millrace.scenario.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** Compares what is expected of the match of orders, receipts and bills with what came. */
public final class MatchExpectations {
  private final World world;
  private final Differ differ;

  /** Takes what was expected and what came, each as text. */
  public interface Differ {
    void differ(String where, String expected, String actual);
  }

  public MatchExpectations(World world, Differ differ) {
    this.world = world;
    this.differ = differ;
  }

  /** Compares what is said of the newest order. */
  public void compare(Fields expected) {
    expected.findText("status").ifPresent(status -> text("status", status, status()));
    expected.object("result").ifPresent(this::results);
    expected.find("over"); // is in the refusal of the receipt,
    expected.find("allowed"); // which the step expects
  }

  /** What the checks found, by their reference. */
  private void results(Fields results) {
    for (String reference : results.names()) {
      JsonNode answer = world.named(reference).answer().orElseThrow();
      List<String> exceeded = new ArrayList<>();
      answer.path("exceeded").forEach(word -> exceeded.add(word.asText()));
      String came =
          answer.path("passes").asBoolean() ? "ok" : "blocked: " + String.join(", ", exceeded);
      text("result " + reference, results.text(reference), came);
    }
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
      differ.differ(where, expected, actual);
    }
  }
}
