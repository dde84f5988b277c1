package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What becomes of bills after they are entered. */
final class MatchActs {
  static final Map<String, Act> ACTS =
      Map.of("check", MatchActs::check, "noMoreBills", MatchActs::noMoreBills);

  private static final int DAY = 10;

  private MatchActs() {}

  /** Whether a line passes the match, by the tolerance that is given. */
  private static void check(World world, Fields step) {
    step.find("date");
    Map<String, Object> line = new LinkedHashMap<>();
    for (String field : List.of("ordered", "orderPrice", "received", "billed", "billPrice")) {
      line.put(field, step.number(field));
    }
    JsonNode answer = world.books().post("purchasing/match-checks", line);
    world.note(
        step.text("ref"),
        Made.of(Made.Kind.MATCH_CHECK, "", "", BigDecimal.ZERO, step.text("date"))
            .answered(answer));
  }

  /** Nobody will bill what came of an order and is not billed. */
  private static void noMoreBills(World world, Fields step) {
    Made order = world.named(step.text("of"));
    String moment = world.moment(step.day("date"));
    world.books().act(order.path(), "waive-bills", Map.of("reason", "Given", "occurredAt", moment));
    world.note(step.text("ref"), order);
  }

  /** Takes a bill back on the day of that moment. */
  static Made reversed(World world, Made wrong, String moment) {
    Map<String, Object> reversal = Map.of("reason", "Wrong", "date", moment.substring(0, DAY));
    JsonNode back = world.books().act(wrong.path(), "reverse", reversal);
    return Made.of(
        Made.Kind.BILL, back.path("number").asText(), wrong.goods(), wrong.order(), moment);
  }
}
