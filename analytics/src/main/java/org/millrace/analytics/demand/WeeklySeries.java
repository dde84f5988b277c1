package org.millrace.analytics.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/**
 * Units of one item per week, Monday to Sunday, from the week of its first sale to the last
 * complete week before the as-of day ends; weeks without a sale are 0, weeks with more returns than
 * sales too.
 */
public final class WeeklySeries {

  private final String item;
  private final LocalDate firstWeek;
  private final double[] quantities;

  private WeeklySeries(String item, LocalDate firstWeek, double[] quantities) {
    this.item = item;
    this.firstWeek = firstWeek;
    this.quantities = quantities;
  }

  /** A series of consecutive weeks, the first beginning on this Monday. */
  public static WeeklySeries of(String item, LocalDate firstWeek, double... quantities) {
    requireMonday(item, firstWeek);
    double[] copy = new double[quantities.length];
    for (int week = 0; week < copy.length; week++) {
      copy[week] = notNegative(item, firstWeek.plusWeeks(week), quantities[week]);
    }
    return new WeeklySeries(item, firstWeek, copy);
  }

  /**
   * Builds the series from the weeks that had movements, in any order; two entries of one week are
   * added. Weeks after the last complete week are left out, so the result may be empty.
   */
  public static WeeklySeries ofWeeks(
      String item, LocalDate[] weeks, double[] quantities, LocalDate asOf) {
    if (weeks.length != quantities.length) {
      throw new IllegalArgumentException(
          "Item %s has %d weeks but %d quantities; give one quantity a week"
              .formatted(item, weeks.length, quantities.length));
    }
    LocalDate last = lastCompleteWeek(asOf);
    LocalDate first = last.plusWeeks(1);
    for (int i = 0; i < weeks.length; i++) {
      requireMonday(item, weeks[i]);
      if (quantities[i] > 0 && weeks[i].isBefore(first)) {
        first = weeks[i];
      }
    }
    double[] dense = new double[(int) ChronoUnit.WEEKS.between(first, last.plusWeeks(1))];
    for (int i = 0; i < weeks.length; i++) {
      if (!weeks[i].isBefore(first) && !weeks[i].isAfter(last)) {
        dense[(int) ChronoUnit.WEEKS.between(first, weeks[i])] += quantities[i];
      }
    }
    return of(item, first, Arrays.stream(dense).map(value -> Math.max(0, value)).toArray());
  }

  /** Monday of the last week whose Sunday is not after the day. */
  public static LocalDate lastCompleteWeek(LocalDate asOf) {
    return asOf.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
  }

  public String item() {
    return item;
  }

  public LocalDate firstWeek() {
    return firstWeek;
  }

  /** Monday of the week after the last one: the first to forecast. */
  public LocalDate nextWeek() {
    return firstWeek.plusWeeks(quantities.length);
  }

  public int length() {
    return quantities.length;
  }

  public boolean isEmpty() {
    return quantities.length == 0;
  }

  /** The units of a week, counted from 0. */
  public double quantity(int week) {
    return quantities[week];
  }

  /** A copy of the units by week. */
  public double[] quantities() {
    return quantities.clone();
  }

  private static void requireMonday(String item, LocalDate week) {
    if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "Item %s: a week begins on a Monday, %s is a %s"
              .formatted(item, week, week.getDayOfWeek()));
    }
  }

  private static double notNegative(String item, LocalDate week, double quantity) {
    if (!(quantity >= 0) || Double.isInfinite(quantity)) {
      throw new IllegalArgumentException(
          "Item %s, week %s: demand must be a number of 0 or more, got %s"
              .formatted(item, week, quantity));
    }
    return quantity;
  }
}
