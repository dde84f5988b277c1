package org.millrace.analytics.mrp.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millrace.analytics.mrp.bill.BillLine;

/** All a plan is made from; the order of the lists does not matter. */
public record PlanFacts(
    PlanTerms terms,
    List<PlannedItem> items,
    List<BillLine> bills,
    List<Demand> demands,
    List<Receipt> receipts,
    List<Rejection> rejections) {

  public PlanFacts {
    items = List.copyOf(items);
    bills = List.copyOf(bills);
    demands = List.copyOf(demands);
    receipts = List.copyOf(receipts);
    rejections = List.copyOf(rejections);
    Set<String> seen = new HashSet<>();
    List<String> twice =
        items.stream().map(PlannedItem::item).filter(item -> !seen.add(item)).toList();
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("Items given more than once: " + twice);
    }
  }

  /** Nothing was rejected. */
  public PlanFacts(
      PlanTerms terms,
      List<PlannedItem> items,
      List<BillLine> bills,
      List<Demand> demands,
      List<Receipt> receipts) {
    this(terms, items, bills, demands, receipts, List.of());
  }

  public PlanFacts withRejections(List<Rejection> others) {
    return new PlanFacts(terms, items, bills, demands, receipts, others);
  }
}
