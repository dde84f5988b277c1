package org.millrace.scenario.act;

import java.util.LinkedHashMap;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.World;

/**
 * When an act happened, as the core is told: on its accounting day, and where the month of that day
 * is closed already, booked on the day on which it was recorded.
 */
final class Late {
  private Late() {}

  /** The moment and the posting date of a step, to be sent with what it does. */
  static Map<String, Object> happening(World world, Fields step) {
    Map<String, Object> happening = new LinkedHashMap<>();
    happening.put("occurredAt", world.moment(step.day("date")));
    if (step.has("recordedAt") && world.closedMonths().isClosed(step.day("date"))) {
      happening.put("postingDate", step.day("recordedAt").toString());
    }
    step.find("recordedAt");
    return happening;
  }
}
