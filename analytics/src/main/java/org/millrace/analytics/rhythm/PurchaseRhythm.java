package org.millrace.analytics.rhythm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The rhythm of one customer: the median number of days between two days with a purchase. A
 * customer has stopped when the days since the last purchase exceed so many times the own median
 * gap (three by custom). Worked: purchases on day 0, 10, 30 and 40 have gaps 10, 20, 10, median 10;
 * by factor 3 the customer has stopped from day 71 on.
 */
public record PurchaseRhythm(LocalDate lastPurchase, int purchaseDays, double medianGapDays) {

  /** Fewer purchase days than this say nothing about a rhythm. */
  public static final int FEWEST_DAYS = 3;

  /** The rhythm of purchases on these days, in any order; several on a day count as one. */
  public static PurchaseRhythm of(Collection<LocalDate> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "A rhythm needs at least one purchase; leave out customers who never bought");
    }
    List<LocalDate> sorted = List.copyOf(new TreeSet<>(days));
    double[] gaps =
        IntStream.range(1, sorted.size())
            .mapToDouble(i -> ChronoUnit.DAYS.between(sorted.get(i - 1), sorted.get(i)))
            .sorted()
            .toArray();
    return new PurchaseRhythm(sorted.get(sorted.size() - 1), sorted.size(), median(gaps));
  }

  /** True when there were enough purchases to speak of a rhythm. */
  public boolean isKnown() {
    return purchaseDays >= FEWEST_DAYS;
  }

  /** Whole days from the last purchase to a day. */
  public long daysSilent(LocalDate asOf) {
    return ChronoUnit.DAYS.between(lastPurchase, asOf);
  }

  /** True when a customer with a known rhythm has been silent for more than so many gaps. */
  public boolean hasStopped(LocalDate asOf, double gaps) {
    return isKnown() && daysSilent(asOf) > gaps * medianGapDays;
  }

  private static double median(double... sorted) {
    int n = sorted.length;
    if (n == 0) {
      return 0;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
