package org.millrace.scenario.act;

import java.time.YearMonth;
import org.millrace.scenario.Fields;
import org.millrace.scenario.World;

/** What is done with the books themselves. */
final class LedgerActs {
  private LedgerActs() {}

  static void closePeriod(World world, Fields step) {
    YearMonth month = YearMonth.from(step.day("through"));
    world.closedMonths().close(world.books(), month);
  }
}
