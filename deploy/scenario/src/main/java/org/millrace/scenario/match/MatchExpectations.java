package org.millrace.scenario.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** Compares what is expected of the match of orders, receipts and bills with what came. */
public final class MatchExpectations {
  private static final Map<String, String> AGES =
      Map.of(
          "days-0-to-30", "0-30",
          "days-31-to-60", "31-60",
          "days-61-to-90", "61-90",
          "over-90", ">90");

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
    world.find(Made.Kind.BLOCKED_BILL).flatMap(Made::answer).ifPresent(b -> blocked(expected, b));
    expected.findText("asOf").ifPresent(day -> unbilled(expected, day));
    expected.find("over"); // is in the refusal of the receipt,
    expected.find("allowed"); // which the step expects
  }

  /** What is received and not billed on a day, by the reference of its receipt. */
  private void unbilled(Fields expected, String day) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    String list = "ledger/unbilled-goods?size=500&asOf=" + day;
    for (JsonNode row : world.books().get(list).path("rows")) {
      rows.put(row.path("number").asText(), row);
      sum = sum.add(amount(row, "amount"));
    }
    Optional<BigDecimal> control = expected.findNumber("equalsControlAccount");
    if (control.isPresent()) {
      number("received and not billed", control.get(), sum);
      JsonNode check = world.books().get("ledger/checks/received-not-invoiced");
      text("check of received and not billed", "true", check.path("holds").asText());
    }
    Fields age = expected.object("age").orElseThrow();
    for (String reference : age.names()) {
      Fields wanted = age.object(reference).orElseThrow();
      JsonNode row = rows.getOrDefault(world.named(reference).number(), MissingNode.getInstance());
      number(reference + ", open", wanted.number("open"), amount(row, "amount"));
      text(reference + ", days", wanted.text("days"), row.path("days").asText());
      String bucket = AGES.getOrDefault(row.path("age").asText(), "none");
      text(reference + ", bucket", wanted.text("bucket"), bucket);
      wanted.refuseUnread();
    }
    long open = rows.values().stream().filter(row -> amount(row, "amount").signum() != 0).count();
    text("documents that are open", "" + age.names().size(), "" + open);
  }

  /** What the newest bill that is held differs by. */
  private void blocked(Fields expected, JsonNode bill) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    figures.put("billTotal", amount(bill, "billedAmount"));
    figures.put("expected", amount(bill, "expectedAmount"));
    figures.put("quantityDifference", sum(bill, "quantity", "difference"));
    figures.put("quantityDifferenceValue", sum(bill, "quantity", "value"));
    figures.put("priceDifferencePerUnit", sum(bill, "price", "difference"));
    figures.put("priceDifferenceValue", sum(bill, "price", "value"));
    figures.put("taxDifference", sum(bill, "tax", "difference"));
    figures.forEach(
        (word, came) -> expected.findNumber(word).ifPresent(value -> number(word, value, came)));
    BigDecimal explained =
        amount(bill, "expectedAmount")
            .add(sum(bill, "price", "value"))
            .add(sum(bill, "quantity", "value"));
    expected
        .find("explained")
        .ifPresent(words -> number("explained", amount(bill, "billedAmount"), explained));
  }

  private static BigDecimal sum(JsonNode bill, String kind, String field) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode difference : bill.path("differences")) {
      boolean isOf = difference.path("kind").asText().equals(kind);
      sum = isOf ? sum.add(amount(difference, field)) : sum;
    }
    return sum;
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

  private void number(String where, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0) {
      differ.differ(where, expected.toPlainString(), actual.toPlainString());
    }
  }

  private void text(String where, String expected, String actual) {
    if (!expected.equals(actual)) {
      differ.differ(where, expected, actual);
    }
  }
}
