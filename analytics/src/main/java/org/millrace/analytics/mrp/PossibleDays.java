package org.millrace.analytics.mrp;

import java.util.Arrays;

/**
 * When each supply can be there at the earliest, given what it takes: a proposal or work order
 * starts when the last of its parts is there. A work order that takes what is made from its own
 * item waits for nothing but its day there.
 */
final class PossibleDays {

  private static final int UNKNOWN = -1;

  private final PlanFrame frame;
  private final Needs needs;
  private final Supplies supplies;
  private final Pegs pegs;
  private final int[] days;

  PossibleDays(Netted netted) {
    frame = netted.frame();
    needs = netted.needs();
    supplies = netted.supplies();
    pegs = netted.pegs();
    days = new int[supplies.size()];
    Arrays.fill(days, UNKNOWN);
  }

  int ofSupply(int supply) {
    if (days[supply] == UNKNOWN) {
      days[supply] = supplies.due(supply);
      days[supply] = possible(supply);
    }
    return days[supply];
  }

  /** The day on which the last piece of a need is there. */
  int ofNeed(int need) {
    int day = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      day = Math.max(day, ofSupply(pegs.supply(peg)));
    }
    return day;
  }

  /** How much of a need is not there on a day. */
  long missingOn(int need, int day) {
    long missing = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      missing += ofSupply(pegs.supply(peg)) > day ? pegs.quantity(peg) : 0;
    }
    return missing;
  }

  private int possible(int supply) {
    int start = supplies.start(supply);
    int possibleStart = start;
    for (int need = supplies.firstTaken(supply); need < supplies.endTaken(supply); need++) {
      possibleStart = Math.max(possibleStart, ofNeed(need));
    }
    if (possibleStart == start) {
      return supplies.due(supply);
    }
    int item = supplies.item(supply);
    int ready = frame.workDays(item).ready(possibleStart, frame.item(item).leadDays());
    return Math.max(supplies.due(supply), ready);
  }
}
