package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one series of a long file, as they come and then in the order of their times. */
final class SeriesRows {

  private static final int FEW = 16;

  private final boolean areDates;
  private long[] times = new long[FEW];
  private long[] lines = new long[FEW];
  private double[] values = new double[FEW];
  private int count;

  SeriesRows(boolean areDates) {
    this.areDates = areDates;
  }

  boolean areDates() {
    return areDates;
  }

  long firstLine() {
    return lines[0];
  }

  void add(long time, double value, long line) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    times[count] = time;
    lines[count] = line;
    values[count++] = value;
  }

  /** The same rows by time, which are dates where their numbers all read as dates. */
  SeriesRows sorted() {
    boolean isSorted = true;
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
      isSorted &= i == 0 || times[i] > times[i - 1];
    }
    if (!isSorted) {
      Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
    }
    long[] given = Arrays.copyOf(times, count);
    Optional<long[]> digits = areDates ? Optional.empty() : DigitDates.minutes(given);
    long[] read = digits.orElse(given);
    SeriesRows sorted = new SeriesRows(areDates || digits.isPresent());
    for (int each : order) {
      sorted.add(read[each], values[each], lines[each]);
    }
    return sorted;
  }

  /** Counts how far the sorted rows are apart. */
  void countDistances(Map<Long, Integer> counts) {
    for (int i = 1; i < count; i++) {
      counts.merge(times[i] - times[i - 1], 1, Integer::sum);
    }
  }

  /** The lines of two sorted rows of one time, the later one first; empty when there are none. */
  long[] twice() {
    for (int i = 1; i < count; i++) {
      if (times[i] == times[i - 1]) {
        return new long[] {Math.max(lines[i], lines[i - 1]), Math.min(lines[i], lines[i - 1])};
      }
    }
    return new long[0];
  }

  /** Where the sorted rows stand on their grid, given the usual step of series like this one. */
  Steps steps(long shared) {
    long[] sorted = Arrays.copyOf(times, count);
    return areDates ? Steps.ofDates(sorted, shared) : Steps.ofNumbers(sorted, shared);
  }

  /** The values of the sorted rows at their places; NaN where none is known. */
  double[] onGrid(int... places) {
    double[] grid = new double[places[places.length - 1] + 1];
    Arrays.fill(grid, Double.NaN);
    for (int i = 0; i < places.length; i++) {
      grid[places[i]] = values[i];
    }
    return grid;
  }

  /** What the steps and the values of the sorted rows leave to say. */
  List<Remark> remarks(Steps steps) {
    List<Remark> remarks = new ArrayList<>();
    int[] places = steps.places();
    int last = count - 1;
    while (last > 0 && Double.isNaN(values[last])) {
      last--;
    }
    Remark.filled(onGrid(places), place -> "after " + at(Arrays.binarySearch(places, place)))
        .ifPresent(remarks::add);
    BitSet moved = steps.moved();
    if (!moved.isEmpty()) {
      remarks.add(
          new Remark(
              Remark.Kind.MOVED,
              "%d of %d, the first %s"
                  .formatted(moved.cardinality(), count, at(moved.nextSetBit(0)))));
    }
    steps
        .weekdays()
        .ifPresent(
            days ->
                remarks.add(
                    new Remark(
                        Remark.Kind.WEEKDAYS,
                        days.closed() + "; a week takes " + days.open().size() + " steps")));
    if (steps.firstUneven() >= 0) {
      remarks.add(new Remark(Remark.Kind.UNEVEN, "first at " + at(steps.firstUneven())));
    }
    if (last < count - 1) {
      remarks.add(new Remark(Remark.Kind.ENDED, count - 1 - last + " after " + at(last)));
    }
    return remarks;
  }

  private String at(int row) {
    String time = areDates ? CalendarTime.text(times[row]) : Long.toString(times[row]);
    return time + " (line " + lines[row] + ")";
  }
}
