package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;

/** What becomes of bills after they are entered. */
final class MatchActs {
  private static final int DAY = 10;

  private MatchActs() {}

  /** Takes a bill back on the day of that moment. */
  static Made reversed(World world, Made wrong, String moment) {
    Map<String, Object> reversal = Map.of("reason", "Wrong", "date", moment.substring(0, DAY));
    JsonNode back = world.books().act(wrong.path(), "reverse", reversal);
    return Made.of(
        Made.Kind.BILL, back.path("number").asText(), wrong.goods(), wrong.order(), moment);
  }
}
