package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What changes the cost of goods that are there: new costs, and costs that come later. */
final class CostActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "revalue", CostActs::revalue,
          "setStandard", CostActs::revalue,
          "landedCost", CostActs::landedCost);

  private CostActs() {}

  private static void revalue(World world, Fields step) {
    step.find("recordedAt");
    String item = world.item(step.text("item"));
    String moment = world.moment(step.day("date"));
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("item", item);
    change.put("unitCost", step.number("unitCost"));
    change.put("reason", step.text("ref"));
    change.put("occurredAt", moment);
    JsonNode changed = world.books().post("stock/cost-changes", change);
    world.note(
        step.text("ref"),
        Made.of(
            Made.Kind.COST_CHANGE, changed.path("number").asText(), item, BigDecimal.ZERO, moment));
  }

  /** Takes a landed cost back. */
  static Made reversed(World world, Made wrong, String moment) {
    Map<String, Object> reversal = Map.of("reason", "Wrong", "occurredAt", moment);
    JsonNode back = world.books().act(wrong.path(), "reverse", reversal);
    return Made.of(
        Made.Kind.LANDED_COST, back.path("number").asText(), wrong.item(), BigDecimal.ZERO, moment);
  }

  private static void landedCost(World world, Fields step) {
    step.find("item");
    step.find("planned"); // an accrual counts like a bill,
    step.find("billFor"); // and its bill like what it says more
    List<String> receipts = new ArrayList<>();
    String item = "";
    for (JsonNode reference : step.get("on")) {
      Made receipt = world.named(reference.asText());
      receipts.add(receipt.number());
      item = receipt.item();
    }
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("receipts", receipts);
    cost.put("amount", step.number("amount"));
    cost.put("by", step.findText("by").orElse("quantity"));
    String moment = world.moment(step.day("date"));
    cost.putAll(Late.happening(world, step));
    JsonNode made = world.books().post("stock/landed-costs", cost);
    world.note(
        step.text("ref"),
        Made.of(
            Made.Kind.LANDED_COST, made.path("number").asText(), item, BigDecimal.ZERO, moment));
  }
}
