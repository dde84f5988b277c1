package org.millrace.analytics.demand;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.millrace.analytics.demand.stockout.Gaps;
import org.millrace.analytics.demand.stockout.StockOuts;

/**
 * Units of one item (at a location, of a customer group) per period, from the period of its first
 * sale to the last one that is over when the as-of day ends; periods without a sale are 0, those
 * with more returns than sales too.
 */
public final class DemandSeries {

  private final String name;
  private final Grain grain;
  private final LocalDate first;
  private final double[] quantities;
  private final BitSet outOfStock;

  private DemandSeries(
      String name, Grain grain, LocalDate first, double[] quantities, BitSet outOfStock) {
    this.name = name;
    this.grain = grain;
    this.first = first;
    this.quantities = quantities;
    this.outOfStock = outOfStock;
  }

  /** A series of consecutive periods, the first beginning on this day. */
  public static DemandSeries of(String name, Grain grain, LocalDate first, double... quantities) {
    requireFirstDay(name, grain, first);
    double[] copy = new double[quantities.length];
    for (int period = 0; period < copy.length; period++) {
      copy[period] = notNegative(name, grain.plus(first, period), quantities[period]);
    }
    return new DemandSeries(name, grain, first, copy, new BitSet());
  }

  /** What was sold in the period that begins on this day; the same day may come twice. */
  public record Sold(LocalDate period, double quantity) {}

  /**
   * Builds the series from the periods that had movements, in any order. Periods that are not over
   * are left out, so the result may be empty.
   */
  public static DemandSeries ofSold(String name, Grain grain, LocalDate asOf, Sold... movements) {
    LocalDate last = grain.lastComplete(asOf);
    LocalDate next = grain.plus(last, 1);
    LocalDate first = next;
    for (Sold sold : movements) {
      requireFirstDay(name, grain, sold.period);
      if (sold.quantity > 0 && sold.period.isBefore(first)) {
        first = sold.period;
      }
    }
    double[] dense = new double[grain.between(first, next)];
    for (Sold sold : movements) {
      if (!sold.period.isBefore(first) && !sold.period.isAfter(last)) {
        dense[grain.between(first, sold.period)] += sold.quantity;
      }
    }
    return of(name, grain, first, Arrays.stream(dense).map(value -> Math.max(0, value)).toArray());
  }

  /** The same with the periods out of stock, given when there was none on hand. */
  DemandSeries outOfStock(List<StockOuts.Empty> empty) {
    return outOfStock(
        StockOuts.of(quantities, grain.quarter(), empty, day -> grain.between(first, day)));
  }

  /** The same with periods, counted from 0, of whose demand nothing is known. */
  DemandSeries outOfStock(BitSet periods) {
    return new DemandSeries(name, grain, first, quantities, (BitSet) periods.clone());
  }

  /** Periods out of stock, in which what would have been sold is not known. */
  BitSet outOfStock() {
    return (BitSet) outOfStock.clone();
  }

  public String name() {
    return name;
  }

  public Grain grain() {
    return grain;
  }

  /** The first day of a period, counted from 0; may lie after the last. */
  public LocalDate day(int period) {
    return grain.plus(first, period);
  }

  /** The first day after the series: the first period to forecast. */
  public LocalDate next() {
    return day(quantities.length);
  }

  public int length() {
    return quantities.length;
  }

  public boolean isEmpty() {
    return quantities.length == 0;
  }

  /** The units of a period, counted from 0. */
  public double quantity(int period) {
    return quantities[period];
  }

  /** A copy of the units by period. */
  public double[] quantities() {
    return quantities.clone();
  }

  /** A copy of the units by period, NaN where it was out of stock. */
  double[] known() {
    return Gaps.in(quantities, outOfStock);
  }

  private static void requireFirstDay(String name, Grain grain, LocalDate day) {
    if (!grain.first(day).equals(day)) {
      throw new IllegalArgumentException(
          "Item %s: a %s begins on %s, got %s"
              .formatted(name, grain.word(), grain.first(day), day));
    }
  }

  private static double notNegative(String name, LocalDate period, double quantity) {
    if (!(quantity >= 0) || Double.isInfinite(quantity)) {
      throw new IllegalArgumentException(
          "Item %s, period %s: demand must be a number of 0 or more, got %s"
              .formatted(name, period, quantity));
    }
    return quantity;
  }
}
