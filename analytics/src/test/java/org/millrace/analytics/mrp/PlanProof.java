package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;

/**
 * Checks the plan's own account of what covers what, piece by piece, against the facts: every need
 * is there and pegged in full, nothing is given away twice, nothing is there sooner than what it
 * takes, what was rejected is no supply, and each demand that is not wholly there on its day has a
 * message that names it.
 */
final class PlanProof {

  private final PlanFacts facts;
  private final PlanFrame frame;
  private final Needs needs;
  private final Supplies supplies;
  private final Pegs pegs;
  private final Plan plan;
  private static final int NEVER = Integer.MAX_VALUE;

  private final int[] days;

  PlanProof(PlanFacts facts) {
    this.facts = facts;
    Netted netted = Mrp.netted(facts);
    frame = netted.frame();
    needs = netted.needs();
    supplies = netted.supplies();
    pegs = netted.pegs();
    plan = new Plan(netted);
    days = days();
  }

  void holds() {
    everyDemandIsANeed();
    everyPartOfWhatIsMadeIsANeed();
    everyNeedIsPeggedInFull();
    nothingIsGivenAwayTwice();
    everyDemandNotThereInTimeIsNamed();
  }

  private void everyDemandIsANeed() {
    LocalDate end = facts.terms().asOf().plusDays(facts.terms().horizonDays());
    Set<String> planned = new TreeSet<>();
    facts.items().forEach(item -> planned.add(item.item()));
    List<String> wanted = new ArrayList<>();
    for (Demand demand : facts.demands()) {
      if (planned.contains(demand.item()) && demand.due().isBefore(end)) {
        wanted.add(demand.id() + demand.item() + Millionths.of(demand.quantity()));
      } else {
        assertThat(plan.messages()).anyMatch(message -> message.document().equals(demand.id()));
      }
    }
    List<String> taken = new ArrayList<>();
    for (int need = 0; need < needs.size(); need++) {
      if (needs.isDemand(need)) {
        Demand demand = frame.demands().get(needs.source(need));
        assertThat(needs.day(need)).isEqualTo(frame.day(demand.due()));
        taken.add(demand.id() + frame.item(needs.item(need)).item() + needs.quantity(need));
      }
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private void everyPartOfWhatIsMadeIsANeed() {
    List<String> wanted = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (int supply = 0; supply < supplies.size(); supply++) {
      PlannedItem item = frame.item(supplies.item(supply));
      if (isPlannedByBill(supply) && item.source() == Source.MAKE) {
        for (BillLine line : facts.bills()) {
          if (line.item().equals(item.item())) {
            long gross = Millionths.times(supplies.quantity(supply), line.grossQuantity());
            wanted.add(part(line.component(), supply, gross));
          }
        }
      }
    }
    for (int need = 0; need < needs.size(); need++) {
      if (needs.isTaken(need)) {
        assertThat(needs.day(need)).isEqualTo(supplies.start(needs.taker(need)));
        taken.add(
            part(frame.item(needs.item(need)).item(), needs.taker(need), needs.quantity(need)));
      }
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static String part(String item, int supply, long quantity) {
    return "%s for supply %d: %d".formatted(item, supply, quantity);
  }

  private boolean isPlannedByBill(int supply) {
    return supplies.isProposal(supply)
        || supplies.isReceipt(supply)
            && frame.receipt(supplies.receipt(supply)).kind() == Receipt.Kind.FIRM_PROPOSAL;
  }

  private void everyNeedIsPeggedInFull() {
    long[] pegged = new long[needs.size()];
    for (int peg = 0; peg < pegs.size(); peg++) {
      pegged[pegs.need(peg)] += pegs.quantity(peg);
      assertThat(supplies.item(pegs.supply(peg))).isEqualTo(needs.item(pegs.need(peg)));
    }
    for (int need = 0; need < needs.size(); need++) {
      assertThat(pegged[need]).isEqualTo(needs.quantity(need));
    }
  }

  private void nothingIsGivenAwayTwice() {
    long[] given = new long[supplies.size()];
    for (int peg = 0; peg < pegs.size(); peg++) {
      assertThat(pegs.quantity(peg)).isPositive();
      given[pegs.supply(peg)] += pegs.quantity(peg);
    }
    for (int supply = 0; supply < supplies.size(); supply++) {
      assertThat(given[supply]).isLessThanOrEqualTo(supplies.quantity(supply));
      if (supplies.isOnHand(supply)) {
        double there = frame.item(supplies.item(supply)).stock().onHand();
        assertThat(supplies.quantity(supply)).isEqualTo(Millionths.of(there));
      } else if (supplies.isReceipt(supply)) {
        Receipt receipt = frame.receipt(supplies.receipt(supply));
        assertThat(supplies.quantity(supply)).isEqualTo(Millionths.of(receipt.quantity()));
        assertThat(supplies.due(supply)).isEqualTo(frame.day(receipt.due()));
      }
    }
  }

  // Worked out anew, without regard to the order in which things were planned.
  private int[] days() {
    int[] known = new int[supplies.size()];
    int[] before;
    for (int supply = 0; supply < known.length; supply++) {
      known[supply] = supplies.isOnHand(supply) ? 0 : supplies.due(supply);
      known[supply] = supplies.isRefused(supply) ? NEVER : known[supply];
    }
    do {
      before = known.clone();
      for (int supply = 0; supply < known.length; supply++) {
        int parts = partsOf(supply, known);
        if (parts > supplies.start(supply) && known[supply] < NEVER) {
          int item = supplies.item(supply);
          int lead = frame.item(item).leadDays();
          int ready = parts == NEVER ? NEVER : frame.workDays(item).ready(parts, lead);
          known[supply] = Math.max(supplies.due(supply), ready);
        }
      }
    } while (!Arrays.equals(before, known));
    return known;
  }

  private int partsOf(int supply, int[] known) {
    int last = 0;
    for (int peg = 0; peg < pegs.size(); peg++) {
      int need = pegs.need(peg);
      boolean isTaken = needs.isTaken(need) && needs.taker(need) == supply;
      if (isTaken || isOfWorkOrder(need, supply)) {
        last = Math.max(last, known[pegs.supply(peg)]);
      }
    }
    return last;
  }

  private boolean isOfWorkOrder(int need, int supply) {
    if (!needs.isDemand(need) || !supplies.isReceipt(supply)) {
      return false;
    }
    Demand demand = frame.demands().get(needs.source(need));
    Receipt receipt = frame.receipt(supplies.receipt(supply));
    return demand.kind() == Demand.Kind.WORK_ORDER
        && receipt.kind() == Receipt.Kind.WORK_ORDER
        && demand.id().equals(receipt.id());
  }

  private void everyDemandNotThereInTimeIsNamed() {
    List<PlanMessage> expected = new ArrayList<>();
    for (int need = 0; need < needs.size(); need++) {
      if (needs.isDemand(need)) {
        long missing = 0;
        long never = 0;
        int last = 0;
        for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
          int day = days[pegs.supply(peg)];
          never += day == NEVER ? pegs.quantity(peg) : 0;
          missing += day > needs.day(need) && day < NEVER ? pegs.quantity(peg) : 0;
          last = day == NEVER ? last : Math.max(last, day);
        }
        Demand demand = frame.demands().get(needs.source(need));
        assertThat(refused(demand)).allMatch(Double.valueOf(Millionths.units(never))::equals);
        assertThat(refused(demand).isEmpty()).as(demand.id()).isEqualTo(never == 0);
        if (missing > 0) {
          expected.add(
              PlanMessage.of(
                      PlanMessage.Kind.LATE, demand.item(), demand.id(), Millionths.units(missing))
                  .on(demand)
                  .moved(demand.due(), facts.terms().asOf().plusDays(last)));
        }
      }
    }
    assertThat(plan.messages())
        .filteredOn(message -> message.kind() == PlanMessage.Kind.LATE)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** What the messages say that a demand lacks because of rejections. */
  private List<Double> refused(Demand demand) {
    return plan.messages().stream()
        .filter(message -> message.kind() == PlanMessage.Kind.REJECTED)
        .filter(message -> message.document().equals(demand.id()))
        .filter(message -> message.item().equals(demand.item()))
        .map(PlanMessage::quantity)
        .toList();
  }
}
