package org.millrace.analytics.mrp;

/**
 * When each supply can be there at the earliest, given what it takes: a maker starts when the last
 * of its parts is there. Rows below are parts, so one pass from the last row up is enough.
 */
final class PossibleDays {

  private final Needs needs;
  private final Supplies supplies;
  private final Pegs pegs;
  private final int[] days;

  PossibleDays(PlanFrame frame, Needs needs, Supplies supplies, Pegs pegs) {
    this.needs = needs;
    this.supplies = supplies;
    this.pegs = pegs;
    days = new int[supplies.size()];
    for (int supply = days.length - 1; supply >= 0; supply--) {
      days[supply] = possible(frame, supply);
    }
  }

  int ofSupply(int supply) {
    return days[supply];
  }

  /** The day on which the last piece of a need is there. */
  int ofNeed(int need) {
    int day = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      day = Math.max(day, days[pegs.supply(peg)]);
    }
    return day;
  }

  /** How much of a need is not there on a day. */
  long missingOn(int need, int day) {
    long missing = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      missing += days[pegs.supply(peg)] > day ? pegs.quantity(peg) : 0;
    }
    return missing;
  }

  private int possible(PlanFrame frame, int supply) {
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
