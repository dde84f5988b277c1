package org.millrace.analytics.mrp;

import org.millrace.analytics.mrp.facts.PlanFacts;

/**
 * Material requirements planning: nets all items over time, level by level through the bills, so
 * that every demand in the plan is covered in full, in time or with a message saying when.
 *
 * <p>The same facts give the same plan, in whatever order they come.
 */
public final class Mrp {

  private Mrp() {}

  /**
   * Makes a plan.
   *
   * @throws org.millrace.analytics.mrp.bill.BillCycle when an item is made from itself
   */
  public static Plan plan(PlanFacts facts) {
    return new Plan(netted(facts));
  }

  static Netted netted(PlanFacts facts) {
    PlanFrame frame = new PlanFrame(facts);
    Needs needs = new Needs(frame.items());
    Supplies supplies = new Supplies(frame.items());
    Pegs pegs = new Pegs();
    // The first needs are the demands, in the same order.
    for (int demand = 0; demand < frame.demands().size(); demand++) {
      var wanted = frame.demands().get(demand);
      needs.add(
          frame.number(wanted.item()),
          frame.day(wanted.due()),
          Millionths.of(wanted.quantity()),
          demand);
    }
    Netting netting = new Netting(frame, needs, supplies, pegs);
    for (int item : frame.bills().planningOrder()) {
      netting.plan(item);
    }
    return new Netted(frame, needs, supplies, pegs);
  }
}
