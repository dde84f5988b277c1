package org.millrace.analytics.mrp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;
import org.millrace.analytics.mrp.lot.LotRule;

/** Small planning problems of every kind, each from its seed. */
final class RandomFacts {

  private static final int ITEMS = 8;
  static final int WEEKS = 16;
  private static final List<LotRule> RULES =
      List.of(
          LotRule.lotForLot(),
          new LotRule.Fixed(7),
          new LotRule.Multiple(2.5),
          LotRule.Minimum.of(30),
          new LotRule.Minimum(12, 5),
          new LotRule.Economic(500, 20, 1),
          new LotRule.Periods(3),
          new LotRule.SilverMeal(40, 0.5),
          new LotRule.WagnerWhitin(40, 0.5));

  private final Random random;
  private final LocalDate asOf;

  private RandomFacts(long seed) {
    random = new Random(seed);
    asOf = LocalDate.of(2026, 11, 24).plusDays(random.nextInt(7));
  }

  static PlanFacts of(long seed) {
    RandomFacts facts = new RandomFacts(seed);
    PlanTerms terms = facts.terms();
    List<PlannedItem> items = facts.items();
    List<BillLine> bills = facts.bills();
    List<Demand> demands = facts.demands();
    List<Receipt> receipts = facts.receipts();
    facts.releaseWorkOrders(demands, receipts);
    return new PlanFacts(terms, items, bills, demands, receipts);
  }

  /** The same after a planner rejected some of what was proposed. */
  static PlanFacts withRejections(long seed) {
    PlanFacts facts = of(seed);
    return facts.withRejections(rejected(Mrp.plan(facts), new Random(seed)));
  }

  /** Any of the proposals, rejected. */
  static List<Rejection> rejected(Plan plan, Random random) {
    return plan.proposals().stream()
        .filter(proposal -> random.nextInt(3) == 0)
        .map(
            proposal ->
                new Rejection(
                    proposal.id(),
                    proposal.item(),
                    "anna",
                    Optional.of("Not now"),
                    plan.behind(proposal)))
        .toList();
  }

  private PlanTerms terms() {
    PlanTerms terms = PlanTerms.weeks(asOf, WEEKS).withFrozenDays(random.nextInt(3) * 5);
    return random.nextBoolean() ? terms : terms.withBucket(PlanTerms.Bucket.DAY);
  }

  private List<PlannedItem> items() {
    List<PlannedItem> items = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      int lead = random.nextInt(12);
      PlannedItem plain =
          random.nextInt(4) > 0
              ? PlannedItem.make("item" + item, lead)
              : PlannedItem.buy("item" + item, lead);
      items.add(
          plain
              .withStock(random.nextInt(40) - 5)
              .withSafetyStock(random.nextInt(2) * random.nextInt(15))
              .withLotRule(RULES.get(random.nextInt(RULES.size())))
              .withCalendar(calendar()));
    }
    return items;
  }

  private WorkCalendar calendar() {
    return random.nextBoolean()
        ? WorkCalendar.everyDay("all")
        : WorkCalendar.mondayToFriday("five")
            .withHolidays(List.of(asOf.plusDays(random.nextInt(30))));
  }

  // An item takes later ones only, so there is no circle.
  private List<BillLine> bills() {
    List<BillLine> bills = new ArrayList<>();
    for (int item = 0; item < ITEMS - 1; item++) {
      for (int line = random.nextInt(3); line > 0; line--) {
        int component = item + 1 + random.nextInt(ITEMS - item - 1);
        bills.add(
            new BillLine(
                "item" + item,
                "item" + component,
                (1 + random.nextInt(30)) / 10.0,
                random.nextInt(3) / 10.0));
      }
    }
    return bills;
  }

  private List<Demand> demands() {
    List<Demand> demands = new ArrayList<>();
    Demand.Kind[] kinds = Demand.Kind.values();
    for (int demand = random.nextInt(25); demand > 0; demand--) {
      demands.add(
          new Demand(
              "D" + demand,
              kinds[random.nextInt(kinds.length)],
              anyItem(),
              day(),
              (1 + random.nextInt(200)) / 4.0));
    }
    return demands;
  }

  private List<Receipt> receipts() {
    List<Receipt> receipts = new ArrayList<>();
    for (int receipt = random.nextInt(8); receipt > 0; receipt--) {
      Receipt.Kind kind =
          random.nextInt(3) > 0 ? Receipt.Kind.PURCHASE_ORDER : Receipt.Kind.FIRM_PROPOSAL;
      receipts.add(new Receipt("R" + receipt, kind, anyItem(), day(), 1 + random.nextInt(40)));
    }
    return receipts;
  }

  // A work order brings its item and takes later ones, whatever the bill says today.
  private void releaseWorkOrders(List<Demand> demands, List<Receipt> receipts) {
    for (int order = random.nextInt(4); order > 0; order--) {
      String number = "WO" + order;
      int made = random.nextInt(ITEMS - 1);
      receipts.add(
          new Receipt(
              number, Receipt.Kind.WORK_ORDER, "item" + made, day(), 1 + random.nextInt(40)));
      for (int part = made + 1 + random.nextInt(3); part < ITEMS; part += 1 + random.nextInt(3)) {
        demands.add(
            new Demand(
                number,
                Demand.Kind.WORK_ORDER,
                "item" + part,
                asOf,
                (1 + random.nextInt(200)) / 4.0));
      }
    }
  }

  private String anyItem() {
    return "item" + random.nextInt(ITEMS);
  }

  private LocalDate day() {
    return asOf.plusDays(random.nextInt(WEEKS * 7 + 5) - 5L);
  }
}
