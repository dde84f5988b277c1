package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** Goods of suppliers that lie here and stay theirs until they are taken over. */
final class ConsignmentActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "takeOver", ConsignmentActs::takeOver,
          "giveBack", ConsignmentActs::giveBack,
          "returnConsigned", ConsignmentActs::returnConsigned);

  private ConsignmentActs() {}

  /** Whether goods that a step receives stay the supplier's. */
  static boolean isConsigned(Fields step) {
    return step.find("consigned").map(JsonNode::asBoolean).orElse(false);
  }

  /** Notes them, at the price agreed. */
  static void receive(World world, Fields step, BigDecimal price) {
    String item = world.item(step.text("item"));
    Optional<String> lot = step.findText("lot");
    Map<String, Object> line = PurchasingActs.line(step.number("quantity"), lot);
    line.remove("line");
    line.put("item", item);
    line.put("unitPrice", price);
    String moment = world.moment(step.day("date"));
    JsonNode made =
        world
            .books()
            .post(
                "purchasing/consignments",
                Map.of(
                    "supplier", world.supplier(),
                    "location", world.location(step.findText("warehouse")),
                    "lines", List.of(line),
                    "occurredAt", moment));
    world.note(
        step.text("ref"),
        Made.of(
            Made.Kind.CONSIGNMENT,
            made.path("number").asText(),
            new Made.Goods(item, step.number("quantity"), Optional.of(price), lot),
            "",
            moment));
  }

  /** What is taken over is a receipt, which may be billed and the like. */
  private static void takeOver(World world, Fields step) {
    Made consignment = world.named(step.text("of"));
    BigDecimal quantity = step.number("quantity");
    Map<String, Object> taken = new LinkedHashMap<>(Late.happening(world, step));
    taken.put("lines", List.of(Map.of("line", 1, "quantity", quantity)));
    JsonNode after = act(world, consignment, "take-over", taken);
    JsonNode last = after.path("takeOvers").path(after.path("takeOvers").size() - 1);
    world.note(
        step.text("ref"),
        Made.of(
            Made.Kind.RECEIPT,
            last.path("receipt").asText(),
            new Made.Goods(consignment.item(), quantity, consignment.price(), consignment.lot()),
            last.path("order").asText(),
            String.valueOf(taken.get("occurredAt"))));
  }

  private static void giveBack(World world, Fields step) {
    Map<String, Object> back = new LinkedHashMap<>(Late.happening(world, step));
    back.put("receipt", world.named(step.text("of")).number());
    act(world, world.named(step.text("to")), "give-back", back);
  }

  private static void returnConsigned(World world, Fields step) {
    Map<String, Object> back = new LinkedHashMap<>();
    back.put("lines", List.of(Map.of("line", 1, "quantity", step.number("quantity"))));
    back.put("reason", "Goes back");
    back.put("occurredAt", world.moment(step.day("date")));
    act(world, world.named(step.text("of")), "return", back);
  }

  private static JsonNode act(World world, Made on, String verb, Map<String, Object> body) {
    return world.books().act("purchasing/consignments/" + on.number(), verb, body);
  }
}
