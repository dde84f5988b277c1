package org.millrace.analytics.mrp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When each supply can be there at the earliest, given what it takes: a proposal or work order
 * starts when the last of its parts is there. A work order that takes what is made from its own
 * item waits for nothing but its day there.
 */
final class PossibleDays {

  /** After all days: of what was rejected, and of what waits for it. */
  static final int NEVER = Integer.MAX_VALUE;

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

  /** The day on which the last piece of a need is there that comes at all. */
  int lastOfNeed(int need) {
    int last = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      int day = ofSupply(pegs.supply(peg));
      last = day == NEVER ? last : Math.max(last, day);
    }
    return last;
  }

  /** How much of a need comes after a day. */
  long lateAfter(int need, int day) {
    long late = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      int there = ofSupply(pegs.supply(peg));
      late += there > day && there != NEVER ? pegs.quantity(peg) : 0;
    }
    return late;
  }

  /** How much of a need never comes. */
  long neverThere(int need) {
    long never = 0;
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      never += ofSupply(pegs.supply(peg)) == NEVER ? pegs.quantity(peg) : 0;
    }
    return never;
  }

  /** The rejections for which a need is not there in full. */
  SortedSet<Integer> rejections(int need) {
    SortedSet<Integer> found = new TreeSet<>();
    collect(need, found, new HashSet<>());
    return found;
  }

  private void collect(int need, Set<Integer> found, Set<Integer> seen) {
    for (int peg = needs.firstPeg(need); peg < needs.endPeg(need); peg++) {
      int supply = pegs.supply(peg);
      if (ofSupply(supply) != NEVER || !seen.add(supply)) {
        continue;
      }
      if (supplies.isRefused(supply)) {
        found.add(supplies.rejection(supply));
      }
      for (int part = supplies.firstTaken(supply); part < supplies.endTaken(supply); part++) {
        collect(part, found, seen);
      }
    }
  }

  private int possible(int supply) {
    if (supplies.isRefused(supply)) {
      return NEVER;
    }
    int start = supplies.start(supply);
    int possibleStart = start;
    for (int need = supplies.firstTaken(supply); need < supplies.endTaken(supply); need++) {
      if (neverThere(need) > 0) {
        return NEVER;
      }
      possibleStart = Math.max(possibleStart, lastOfNeed(need));
    }
    if (possibleStart == start) {
      return supplies.due(supply);
    }
    int item = supplies.item(supply);
    int ready = frame.workDays(item).ready(possibleStart, frame.item(item).leadDays());
    return Math.max(supplies.due(supply), ready);
  }
}
