package org.millrace.analytics.demand.stockout;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Which periods of a series were out of stock: the ledger showed none on hand from their first day
 * to their last, and nothing was sold. For long nobody leaves an item empty that he wants to sell,
 * so a longer run counts as no demand.
 */
public final class StockOuts {

  private StockOuts() {}

  /** None on hand from the first day of one period to that of another, both included. */
  public record Empty(LocalDate first, LocalDate last) {}

  /**
   * The periods out of stock, counted from 0.
   *
   * @param sold units by period
   * @param longest periods on end that may be left out
   * @param empty when there was none on hand
   * @param place the period that begins on a day; may lie outside the series
   */
  public static BitSet of(
      double[] sold, int longest, List<Empty> empty, ToIntFunction<LocalDate> place) {
    BitSet out = new BitSet();
    for (Empty span : empty) {
      int last = Math.min(sold.length - 1, place.applyAsInt(span.last));
      for (int i = Math.max(0, place.applyAsInt(span.first)); i <= last; i++) {
        out.set(i, sold[i] == 0);
      }
    }
    int first = out.nextSetBit(0);
    while (first >= 0) {
      int end = out.nextClearBit(first);
      if (end - first > longest) {
        out.clear(first, end);
      }
      first = out.nextSetBit(end);
    }
    return out;
  }
}
