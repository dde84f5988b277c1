package org.millrace.analytics.mrp;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.bill.Bills;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.calendar.WorkDays;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;

/** The facts sorted and numbered, so that the order they came in is forgotten. */
final class PlanFrame {

  private final PlanTerms terms;
  private final List<PlannedItem> items;
  private final Map<String, Integer> number = new HashMap<>();
  private final Bills bills;
  private final WorkDays[] workDays;
  private final List<Demand> demands = new ArrayList<>();
  private final Map<String, Parts> partsOfWorkOrder = new HashMap<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Rejection> rejections;
  private final int[] firstReceipt;
  private final int[] receiptDay;
  private LocalDate[] dates = new LocalDate[0];
  private final List<PlanMessage> messages = new ArrayList<>();

  /** The demands of one work order, which stand together. */
  record Parts(int first, int end) {

    private static final Parts NONE = new Parts(0, 0);
  }

  PlanFrame(PlanFacts facts) {
    terms = facts.terms();
    items = facts.items().stream().sorted(Comparator.comparing(PlannedItem::item)).toList();
    for (int item = 0; item < items.size(); item++) {
      number.put(items.get(item).item(), item);
    }
    bills = Bills.of(items.stream().map(PlannedItem::item).toList(), facts.bills());
    workDays = workDays();
    facts.bills().forEach(this::noteUnknown);
    facts.demands().stream()
        .sorted(
            Comparator.comparing(Demand::kind)
                .thenComparing(Demand::id)
                .thenComparing(Demand::item)
                .thenComparing(Demand::due)
                .thenComparing(Demand::quantity))
        .forEach(this::take);
    facts.receipts().stream()
        .sorted(
            Comparator.comparing(Receipt::item)
                .thenComparing(Receipt::due)
                .thenComparing(Receipt::kind)
                .thenComparing(Receipt::id)
                .thenComparing(Receipt::quantity))
        .forEach(this::take);
    rejections =
        facts.rejections().stream().sorted(Comparator.comparing(Rejection::proposal)).toList();
    receiptDay = receipts.stream().mapToInt(receipt -> day(receipt.due())).toArray();
    firstReceipt = new int[items.size() + 1];
    receipts.forEach(receipt -> firstReceipt[number(receipt.item()) + 1]++);
    for (int item = 0; item < items.size(); item++) {
      firstReceipt[item + 1] += firstReceipt[item];
    }
  }

  PlanTerms terms() {
    return terms;
  }

  int items() {
    return items.size();
  }

  PlannedItem item(int item) {
    return items.get(item);
  }

  int number(String item) {
    Integer known = number.get(item);
    if (known == null) {
      throw new IllegalArgumentException("Item %s is not in the plan".formatted(item));
    }
    return known;
  }

  Bills bills() {
    return bills;
  }

  WorkDays workDays(int item) {
    return workDays[item];
  }

  List<Demand> demands() {
    return demands;
  }

  /** What an open work order still takes. */
  Parts partsOf(Receipt workOrder) {
    return partsOfWorkOrder.getOrDefault(workOrder.id(), Parts.NONE);
  }

  Receipt receipt(int receipt) {
    return receipts.get(receipt);
  }

  int firstReceipt(int item) {
    return firstReceipt[item];
  }

  Rejection rejection(int rejection) {
    return rejections.get(rejection);
  }

  /** What is refused of each item of which something was rejected. */
  Map<Integer, Refusals> refusals() {
    Map<Integer, Refusals> refusals = new HashMap<>();
    for (int i = 0; i < rejections.size(); i++) {
      Integer item = number.get(rejections.get(i).item());
      if (item != null) {
        refusals.computeIfAbsent(item, of -> new Refusals()).add(i, rejections.get(i));
      }
    }
    return refusals;
  }

  /** What the facts themselves give rise to. */
  List<PlanMessage> messages() {
    return messages;
  }

  /** Days from the as-of day; what is past counts as today. */
  int day(LocalDate date) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(terms.asOf(), date));
  }

  /** The day a receipt is due, or today when that is past. */
  int receiptDay(int receipt) {
    return receiptDay[receipt];
  }

  /** One object a day, however many proposals are due on it. */
  LocalDate date(int day) {
    LocalDate[] known = dates;
    if (day >= known.length) {
      LocalDate end = terms.asOf().plusDays(2L * day + 1);
      known = terms.asOf().datesUntil(end).toArray(LocalDate[]::new);
      dates = known;
    }
    return known[day];
  }

  private void noteUnknown(BillLine line) {
    for (String item : List.of(line.item(), line.component())) {
      if (!number.containsKey(item)) {
        messages.add(
            PlanMessage.of(PlanMessage.Kind.UNKNOWN_ITEM, item, line.item(), line.grossQuantity()));
      }
    }
  }

  private void take(Demand demand) {
    PlanMessage of =
        PlanMessage.of(PlanMessage.Kind.PAST_DUE, demand.item(), demand.id(), demand.quantity());
    if (isLeftOut(of.on(demand), demand.due())) {
      return;
    }
    if (demand.due().isBefore(terms.asOf())) {
      messages.add(of.on(demand).moved(demand.due(), terms.asOf()));
    }
    demands.add(demand);
    if (demand.kind() == Demand.Kind.WORK_ORDER) {
      partsOfWorkOrder.merge(
          demand.id(),
          new Parts(demands.size() - 1, demands.size()),
          (parts, next) -> new Parts(parts.first(), next.end()));
    }
  }

  private void take(Receipt receipt) {
    PlanMessage of =
        PlanMessage.of(
            PlanMessage.Kind.OVERDUE_RECEIPT, receipt.item(), receipt.id(), receipt.quantity());
    if (isLeftOut(of.on(receipt), receipt.due())) {
      return;
    }
    if (isOverdue(receipt)) {
      messages.add(of.on(receipt).moved(receipt.due(), terms.asOf()));
    }
    receipts.add(receipt);
  }

  /** True for a receipt that was due before today. */
  boolean isOverdue(Receipt receipt) {
    return receipt.due().isBefore(terms.asOf());
  }

  private boolean isLeftOut(PlanMessage of, LocalDate due) {
    LocalDate end = terms.asOf().plusDays(terms.horizonDays());
    if (!number.containsKey(of.item())) {
      messages.add(of.as(PlanMessage.Kind.UNKNOWN_ITEM));
      return true;
    }
    if (!due.isBefore(end)) {
      messages.add(of.as(PlanMessage.Kind.BEYOND_HORIZON).moved(due, end));
      return true;
    }
    return false;
  }

  // Lead times may add up level by level before anything can be there.
  private WorkDays[] workDays() {
    int longest = 0;
    int levels = 1;
    for (int item = 0; item < items.size(); item++) {
      longest = Math.max(longest, items.get(item).leadDays());
      levels = Math.max(levels, bills.level(item) + 1);
    }
    int after = longest * levels + 1;
    Map<WorkCalendar, WorkDays> byCalendar = new HashMap<>();
    WorkDays[] byItem = new WorkDays[items.size()];
    for (int item = 0; item < byItem.length; item++) {
      byItem[item] =
          byCalendar.computeIfAbsent(
              items.get(item).calendar(),
              calendar -> WorkDays.of(calendar, terms.asOf(), terms.horizonDays(), after));
    }
    return byItem;
  }
}
