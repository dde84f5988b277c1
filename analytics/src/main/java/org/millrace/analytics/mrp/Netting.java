package org.millrace.analytics.mrp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.mrp.bill.Bills;
import org.millrace.analytics.mrp.calendar.WorkDays;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.lot.LotRule;

/**
 * Plans one item: goes through its needs by day with what lies there and is on its way, proposes
 * what is missing, pegs needs to supplies first come first served, and hands on what the proposals
 * take.
 *
 * <p>Net = gross - on hand - scheduled + safety, then the lot rule, then the lead time (Orlicky
 * 1975). Safety stock is a need of the first day on which a new order can be there: before it
 * safety stock may be used, from it on it is whole. Worked: 100 wanted, 20 there, 10 coming: 70
 * proposed. What a planner rejected is missing and not proposed: it is pegged to a supply that
 * never comes.
 */
final class Netting {

  private final PlanFrame frame;
  private final Needs needs;
  private final Supplies supplies;
  private final Pegs pegs;
  private final Map<Integer, Refusals> refusals;
  private final Pegging causes;

  private int item;
  private int soonest;
  private int nextReceipt;
  private long balance;
  private int openLot;
  private Shortages shortages;
  private final List<Refused> refused = new ArrayList<>();

  /** A piece of a need, from an offset on, that is covered by a supply that never comes. */
  private record Refused(int need, long offset, int supply) {}

  Netting(PlanFrame frame, Needs needs, Supplies supplies, Pegs pegs) {
    this.frame = frame;
    this.needs = needs;
    this.supplies = supplies;
    this.pegs = pegs;
    shortages = new Shortages(frame.terms(), soonest);
    refusals = frame.refusals();
    causes = new Pegging(new Netted(frame, needs, supplies, pegs));
  }

  void plan(int planned) {
    begin(planned);
    int[] byDay = needs.byDay(item);
    for (int need : byDay) {
      meet(need);
    }
    while (hasReceipt()) {
      takeReceipt(frame.receiptDay(nextReceipt));
    }
    if (facts().lotRule() instanceof LotRule.Timed timed) {
      shortages.together(timed, this::propose, supplies);
    }
    peg(byDay);
    handOn();
  }

  private void begin(int planned) {
    item = planned;
    soonest = days().ready(frame.terms().frozenDays(), facts().leadDays());
    nextReceipt = frame.firstReceipt(item);
    openLot = -1;
    shortages = new Shortages(frame.terms(), soonest);
    supplies.begin(item);
    refused.clear();
    long onHand = Millionths.of(facts().stock().onHand());
    long safety = Millionths.of(facts().stock().safety());
    if (safety > 0) {
      needs.add(item, soonest, safety, Needs.SAFETY);
    }
    if (onHand < 0) {
      needs.add(item, 0, -onHand, Needs.SHORT_STOCK);
    }
    balance = Math.max(0, onHand);
    if (onHand > 0) {
      supplies.addOnHand(item, onHand);
    }
  }

  private PlannedItem facts() {
    return frame.item(item);
  }

  private WorkDays days() {
    return frame.workDays(item);
  }

  private void meet(int need) {
    int day = needs.day(need);
    balance -= needs.quantity(need);
    takeReceiptsFor(day);
    if (balance < 0) {
      long missing = -balance - refuse(need, -balance);
      balance = 0;
      if (missing > 0) {
        cover(day, missing);
      }
    }
  }

  /** Refuses what was rejected of the last part of a need. */
  private long refuse(int need, long missing) {
    Refusals ofItem = refusals.getOrDefault(item, Refusals.NONE);
    if (ofItem.isEmpty()) {
      return 0;
    }
    long sum = 0;
    long offset = needs.quantity(need) - missing;
    for (Pegging.Part part : causes.parts(need, offset)) {
      long place = offset;
      for (Refusals.Share share : ofItem.refuse(part.purpose(), part.quantity())) {
        int supply = supplies.addRefused(item, share.quantity(), share.rejection());
        supplies.date(supply, 0, 0, needs.day(need));
        refused.add(new Refused(need, place, supply));
        place += share.quantity();
        sum += share.quantity();
      }
      offset += part.quantity();
    }
    return sum;
  }

  // A receipt that comes sooner than a new order could, or soon after, is not ordered again.
  private void takeReceiptsFor(int day) {
    int within = Math.max(soonest, day + frame.terms().rescheduling().inWithinDays());
    while (balance < 0 && hasReceipt() && frame.receiptDay(nextReceipt) <= within) {
      takeReceipt(day);
    }
  }

  private boolean hasReceipt() {
    return nextReceipt < frame.firstReceipt(item + 1);
  }

  private void takeReceipt(int asked) {
    Receipt receipt = frame.receipt(nextReceipt);
    long quantity = Millionths.of(receipt.quantity());
    int supply = supplies.addReceipt(item, quantity, nextReceipt);
    int due = frame.receiptDay(nextReceipt);
    supplies.date(supply, Math.max(0, days().start(due, facts().leadDays())), due, asked);
    if (receipt.kind() == Receipt.Kind.WORK_ORDER) {
      PlanFrame.Parts parts = frame.partsOf(receipt);
      supplies.takes(supply, parts.first(), parts.end());
    }
    balance += quantity;
    nextReceipt++;
  }

  private void cover(int day, long missing) {
    if (!(facts().lotRule() instanceof LotRule.Sized sized)) {
      shortages.add(day, missing);
      return;
    }
    boolean isSameLot = openLot >= 0 && shortages.isSameBucket(supplies.asked(openLot), day);
    long before = isSameLot ? supplies.quantity(openLot) : 0;
    long wanted = before + missing;
    long lot = Math.max(wanted, Millionths.of(sized.quantity(Millionths.units(wanted))));
    if (isSameLot) {
      supplies.resize(openLot, lot);
    } else {
      openLot = propose(day, lot);
    }
    balance = lot - wanted;
  }

  private int propose(int day, long quantity) {
    int proposal = supplies.addProposal(item, quantity);
    int due = days().onOrBefore(Math.max(day, soonest));
    supplies.date(proposal, days().start(due, facts().leadDays()), due, day);
    return proposal;
  }

  private void peg(int[] byDay) {
    int[] inTurn = shortages.inTurn(supplies, item);
    int turn = 0;
    long left = inTurn.length > 0 ? supplies.quantity(inTurn[0]) : 0;
    int firstOfSupply = pegs.size();
    int next = 0;
    for (int need : byDay) {
      long open = needs.quantity(need);
      int first = pegs.size();
      while (open > 0) {
        long until = open;
        if (next < refused.size() && refused.get(next).need() == need) {
          until = refused.get(next).offset() - (needs.quantity(need) - open);
        }
        if (until == 0) {
          open -= pegRefused(refused.get(next++));
          continue;
        }
        if (left == 0) {
          supplies.pegged(inTurn[turn], firstOfSupply, pegs.size());
          firstOfSupply = pegs.size();
          left = supplies.quantity(inTurn[++turn]);
        }
        long piece = Math.min(until, left);
        pegs.add(inTurn[turn], need, piece);
        open -= piece;
        left -= piece;
      }
      needs.pegged(need, first, pegs.size());
    }
    if (inTurn.length > 0) {
      supplies.pegged(inTurn[turn], firstOfSupply, pegs.size());
    }
  }

  private long pegRefused(Refused piece) {
    long quantity = supplies.quantity(piece.supply());
    int peg = pegs.add(piece.supply(), piece.need(), quantity);
    supplies.pegged(piece.supply(), peg, peg + 1);
    return quantity;
  }

  private void handOn() {
    if (facts().source() != Source.MAKE) {
      return;
    }
    Bills bills = frame.bills();
    int end = supplies.endOfItem(item);
    for (int supply = supplies.firstOfItem(item); supply < end; supply++) {
      if (!supplies.isProposal(supply) && !isFirm(supply)) {
        continue;
      }
      int firstNeed = needs.size();
      for (int line = bills.firstLine(item); line < bills.firstLine(item + 1); line++) {
        long taken = Millionths.times(supplies.quantity(supply), bills.grossQuantity(line));
        if (taken > 0) {
          needs.add(bills.component(line), supplies.start(supply), taken, Needs.takenBy(supply));
        }
      }
      supplies.takes(supply, firstNeed, needs.size());
    }
  }

  private boolean isFirm(int supply) {
    return supplies.isReceipt(supply)
        && frame.receipt(supplies.receipt(supply)).kind() == Receipt.Kind.FIRM_PROPOSAL;
  }
}
