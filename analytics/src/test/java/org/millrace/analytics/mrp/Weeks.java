package org.millrace.analytics.mrp;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;

/** Textbook problems count weeks from 1; here week 1 begins on a Monday. */
final class Weeks {

  static final LocalDate FIRST = LocalDate.of(2026, 11, 30);
  static final int WORK_DAYS = 5;

  private Weeks() {}

  static LocalDate week(int week) {
    return FIRST.plusWeeks(week - 1L);
  }

  static PlannedItem make(String item, int leadWeeks) {
    return PlannedItem.make(item, leadWeeks * WORK_DAYS);
  }

  static PlannedItem buy(String item, int leadWeeks) {
    return PlannedItem.buy(item, leadWeeks * WORK_DAYS);
  }

  static List<BillLine> bill(String item, Object... componentsAndQuantities) {
    BillLine[] lines = new BillLine[componentsAndQuantities.length / 2];
    for (int line = 0; line < lines.length; line++) {
      lines[line] =
          BillLine.of(
              item,
              (String) componentsAndQuantities[2 * line],
              (Integer) componentsAndQuantities[2 * line + 1]);
    }
    return Arrays.asList(lines);
  }

  static PlanFacts facts(
      List<PlannedItem> items, List<BillLine> bills, List<Demand> demands, List<Receipt> receipts) {
    return new PlanFacts(PlanTerms.weeks(FIRST, 20), items, bills, demands, receipts);
  }

  /** Released quantity by item and week. */
  static Map<String, Map<Integer, Double>> releases(Plan plan) {
    Map<String, Map<Integer, Double>> releases = new TreeMap<>();
    for (Proposal proposal : plan.proposals()) {
      releases
          .computeIfAbsent(proposal.item(), item -> new TreeMap<>())
          .merge(weekOf(proposal.dates().start()), proposal.quantity(), Double::sum);
    }
    return releases;
  }

  static int weekOf(LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(FIRST, day) + 1;
  }
}
