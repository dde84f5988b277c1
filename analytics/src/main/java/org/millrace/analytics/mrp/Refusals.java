package org.millrace.analytics.mrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.mrp.Pegging.Purpose;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.Rejection;

/**
 * How much of one item is still refused to whom, by the rejections of its proposals. Those behind
 * one rejection share it, as what lies there serves now the one first, now the other.
 */
final class Refusals {

  static final Refusals NONE = new Refusals();

  /** The core keeps four decimals; what is left below that is refused too. */
  private static final long ROUNDING = 100;

  private final Map<Integer, Long> left = new HashMap<>();
  private final Map<Purpose, List<Integer>> rejections = new HashMap<>();

  /** So much is refused by a rejection. */
  record Share(int rejection, long quantity) {}

  void add(int number, Rejection rejection) {
    for (Peg peg : rejection.pegs()) {
      if (peg.reason() != Peg.Reason.LOT_SIZE || !peg.document().equals(rejection.item())) {
        left.merge(number, Millionths.of(peg.quantity()), Long::sum);
        rejections
            .computeIfAbsent(
                new Purpose(peg.reason(), peg.document()), purpose -> new ArrayList<>())
            .add(number);
      }
    }
  }

  boolean isEmpty() {
    return left.isEmpty();
  }

  /** Refuses as much as the rejections tell of what is wanted, and counts it as used. */
  List<Share> refuse(Purpose purpose, long wanted) {
    List<Share> refused = new ArrayList<>();
    long open = wanted;
    for (int rejection : rejections.getOrDefault(purpose, List.of())) {
      long share = left.getOrDefault(rejection, 0L);
      if (open > 0 && share > 0) {
        long taken = share + ROUNDING >= open ? open : share;
        refused.add(new Share(rejection, taken));
        left.put(rejection, share - taken);
        open -= taken;
      }
    }
    return refused;
  }
}
