package org.millrace.analytics.mrp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;

/**
 * Follows each piece of a supply up through the bills to the demand that caused it. A supply is a
 * row of its quantity, cut where its pegs end; the cuts of a maker carry over in proportion, so the
 * pieces always add up to the whole. Worked: 70 bikes for one order take 140 wheels; of 100 wheels
 * proposed 90 are for that order and 10 for the lot size.
 */
final class Pegging {

  private static final int LOT = -3;

  private final PlanFrame frame;
  private final Needs needs;
  private final Supplies supplies;
  private final Pegs pegs;
  private Pieces[] known = new Pieces[0];

  Pegging(Netted netted) {
    frame = netted.frame();
    needs = netted.needs();
    supplies = netted.supplies();
    pegs = netted.pegs();
  }

  /** What something is needed for in the end. */
  record Purpose(Peg.Reason reason, String document) {}

  /** So much of a need is for one purpose. */
  record Part(Purpose purpose, long quantity) {}

  /** Pieces one after another; the cause is a demand's number, or item and reason below 0. */
  private static final class Pieces {

    private int[] causes = new int[4];
    private long[] ends = new long[4];
    private int size;

    void add(int cause, long end) {
      long start = size == 0 ? 0 : ends[size - 1];
      if (end <= start) {
        return;
      }
      if (size > 0 && causes[size - 1] == cause) {
        ends[size - 1] = end;
        return;
      }
      if (size == causes.length) {
        causes = Arrays.copyOf(causes, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      causes[size] = cause;
      ends[size++] = end;
    }
  }

  /** The causes of a supply, first needed first; their quantities add up to the supply's. */
  synchronized List<Peg> behind(int supply) {
    Pieces pieces = pieces(supply);
    Map<Integer, Long> byCause = new LinkedHashMap<>(2 * pieces.size);
    long start = 0;
    for (int i = 0; i < pieces.size; i++) {
      byCause.merge(pieces.causes[i], pieces.ends[i] - start, Long::sum);
      start = pieces.ends[i];
    }
    List<Peg> behind = new ArrayList<>(byCause.size());
    byCause.forEach((cause, quantity) -> behind.add(peg(cause, Millionths.units(quantity))));
    return behind;
  }

  private Pieces pieces(int supply) {
    if (supply >= known.length) {
      known = Arrays.copyOf(known, supplies.size());
    }
    if (known[supply] == null) {
      known[supply] = cut(supply);
    }
    return known[supply];
  }

  private Pieces cut(int supply) {
    Pieces pieces = new Pieces();
    long start = 0;
    for (int peg = supplies.firstPeg(supply); peg < supplies.endPeg(supply); peg++) {
      if (pegs.supply(peg) != supply) {
        continue;
      }
      int need = pegs.need(peg);
      if (needs.isTaken(need)) {
        carryOver(peg, start, pieces);
      } else {
        int source = needs.source(need);
        pieces.add(
            needs.isDemand(need) ? source : cause(source, supply), start + pegs.quantity(peg));
      }
      start += pegs.quantity(peg);
    }
    pieces.add(cause(LOT, supply), supplies.quantity(supply));
    return pieces;
  }

  private void carryOver(int peg, long start, Pieces pieces) {
    int need = pegs.need(peg);
    int taker = needs.taker(need);
    Pieces above = pieces(taker);
    long from = offset(peg);
    long to = from + pegs.quantity(peg);
    for (int i = 0; i < above.size; i++) {
      long end = Millionths.scaled(above.ends[i], supplies.quantity(taker), needs.quantity(need));
      if (end > from) {
        pieces.add(above.causes[i], start + Math.min(end, to) - from);
      }
      if (end >= to) {
        return;
      }
    }
  }

  private long offset(int peg) {
    long offset = 0;
    for (int before = needs.firstPeg(pegs.need(peg)); before < peg; before++) {
      offset += pegs.quantity(before);
    }
    return offset;
  }

  /** What a need is for from an offset on, piece by piece. */
  List<Part> parts(int need, long from) {
    if (!needs.isTaken(need)) {
      int source = needs.source(need);
      int cause = needs.isDemand(need) ? source : causeOfItem(source, needs.item(need));
      return List.of(new Part(purpose(cause), needs.quantity(need) - from));
    }
    int taker = needs.taker(need);
    Pieces above = pieces(taker);
    List<Part> parts = new ArrayList<>();
    long place = from;
    for (int i = 0; i < above.size; i++) {
      long end = Millionths.scaled(above.ends[i], supplies.quantity(taker), needs.quantity(need));
      if (end > place) {
        parts.add(new Part(purpose(above.causes[i]), end - place));
        place = end;
      }
    }
    return parts;
  }

  private int cause(int reason, int supply) {
    return causeOfItem(reason, supplies.item(supply));
  }

  private static int causeOfItem(int reason, int item) {
    return reason - 3 * item;
  }

  private Peg peg(int cause, double quantity) {
    Purpose purpose = purpose(cause);
    return new Peg(purpose.reason(), purpose.document(), quantity);
  }

  private Purpose purpose(int cause) {
    if (cause >= 0) {
      Demand demand = frame.demands().get(cause);
      return new Purpose(Peg.Reason.of(demand.kind()), demand.id());
    }
    int place = -cause - 1;
    Peg.Reason reason =
        switch (-(place % 3) - 1) {
          case Needs.SAFETY -> Peg.Reason.SAFETY_STOCK;
          case Needs.SHORT_STOCK -> Peg.Reason.SHORT_STOCK;
          default -> Peg.Reason.LOT_SIZE;
        };
    return new Purpose(reason, frame.item(place / 3).item());
  }
}
