package org.millrace.analytics.mrp;

import java.util.ArrayList;
import java.util.List;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;

/** Finds what a planner has to decide on. */
final class Messages {

  private final PlanFrame frame;
  private final Needs needs;
  private final Supplies supplies;
  private final Pegs pegs;
  private final List<PlanMessage> found;

  Messages(Netted netted) {
    frame = netted.frame();
    needs = netted.needs();
    supplies = netted.supplies();
    pegs = netted.pegs();
    found = new ArrayList<>(frame.messages());
  }

  List<PlanMessage> all(PossibleDays possible, List<String> proposalIds) {
    for (int need = 0; need < needs.size(); need++) {
      if (needs.isDemand(need)) {
        late(need, possible);
      }
      if (!needs.isTaken(need)) {
        rejected(need, possible);
      }
    }
    for (int supply = 0; supply < supplies.size(); supply++) {
      if (supplies.isProposal(supply)) {
        expedite(supply, proposalIds.get(supply));
      } else if (supplies.isReceipt(supply)) {
        receipt(supply);
      }
    }
    for (int item = 0; item < frame.items(); item++) {
      noBill(item);
    }
    return found.stream().sorted(PlanMessage.ORDER).toList();
  }

  private void late(int need, PossibleDays possible) {
    long late = possible.lateAfter(need, needs.day(need));
    if (late > 0) {
      Demand demand = frame.demands().get(needs.source(need));
      found.add(
          PlanMessage.of(PlanMessage.Kind.LATE, demand.item(), demand.id(), Millionths.units(late))
              .on(demand)
              .moved(demand.due(), frame.date(possible.lastOfNeed(need))));
    }
  }

  private void rejected(int need, PossibleDays possible) {
    long missing = possible.neverThere(need);
    if (missing == 0) {
      return;
    }
    String item = frame.item(needs.item(need)).item();
    PlanMessage.Kind kind = PlanMessage.Kind.REJECTED;
    PlanMessage lacking = PlanMessage.of(kind, item, item, Millionths.units(missing));
    if (needs.isDemand(need)) {
      Demand demand = frame.demands().get(needs.source(need));
      lacking = lacking.about(demand.id()).on(demand);
    }
    for (int rejection : possible.rejections(need)) {
      found.add(lacking.because(frame.rejection(rejection), frame.date(needs.day(need))));
    }
  }

  private void expedite(int supply, String id) {
    int asked = supplies.asked(supply);
    int due = supplies.due(supply);
    if (due <= asked) {
      return;
    }
    int item = supplies.item(supply);
    int unfrozen = frame.workDays(item).ready(0, frame.item(item).leadDays());
    PlanMessage.Kind kind = unfrozen <= asked ? PlanMessage.Kind.FROZEN : PlanMessage.Kind.EXPEDITE;
    found.add(
        message(kind, supply, id, supplies.quantity(supply))
            .moved(frame.date(asked), frame.date(due)));
  }

  private void receipt(int supply) {
    Receipt receipt = frame.receipt(supplies.receipt(supply));
    long unused = supplies.quantity(supply);
    int firstNeed = -1;
    boolean isForSafety = false;
    for (int peg = supplies.firstPeg(supply); peg < supplies.endPeg(supply); peg++) {
      if (pegs.supply(peg) != supply) {
        continue;
      }
      unused -= pegs.quantity(peg);
      int need = pegs.need(peg);
      isForSafety |= firstNeed < 0 && needs.source(need) == Needs.SAFETY;
      if (firstNeed < 0 && needs.source(need) != Needs.SAFETY) {
        firstNeed = need;
      }
    }
    if (unused > 0) {
      found.add(message(PlanMessage.Kind.SURPLUS, supply, receipt.id(), unused).on(receipt));
    }
    if (firstNeed >= 0) {
      move(supply, receipt, needs.day(firstNeed), isForSafety);
    }
  }

  // One that is overdue has a message already, and is not put off before it is looked for.
  private void move(int supply, Receipt receipt, int needed, boolean isForSafety) {
    int due = supplies.due(supply);
    int patience = frame.terms().rescheduling().outAfterDays();
    boolean isOut = needed > due + patience && !isForSafety && !frame.isOverdue(receipt);
    if (needed < due || isOut) {
      PlanMessage.Kind kind =
          isOut ? PlanMessage.Kind.RESCHEDULE_OUT : PlanMessage.Kind.RESCHEDULE_IN;
      found.add(
          message(kind, supply, receipt.id(), supplies.quantity(supply))
              .on(receipt)
              .moved(frame.date(due), frame.date(needed)));
    }
  }

  private void noBill(int item) {
    PlannedItem facts = frame.item(item);
    if (facts.source() != Source.MAKE || frame.bills().hasBill(item)) {
      return;
    }
    long made = 0;
    for (int supply = supplies.firstOfItem(item); supply < supplies.endOfItem(item); supply++) {
      made += supplies.isProposal(supply) ? supplies.quantity(supply) : 0;
    }
    if (made > 0) {
      found.add(
          PlanMessage.of(
              PlanMessage.Kind.NO_BILL, facts.item(), facts.item(), Millionths.units(made)));
    }
  }

  private PlanMessage message(PlanMessage.Kind kind, int supply, String document, long quantity) {
    String item = frame.item(supplies.item(supply)).item();
    return PlanMessage.of(kind, item, document, Millionths.units(quantity));
  }
}
