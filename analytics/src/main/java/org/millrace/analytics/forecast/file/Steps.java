package org.millrace.analytics.forecast.file;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The places of the sorted times of a series on an even grid, so that gaps show, and what had to be
 * done to put them there. Where the times follow no grid, they are taken one after the other.
 * Worked: 1, 2, 4, 5, 6, 7 gives 0, 1, 3, 4, 5, 6.
 */
final class Steps {

  private static final long DAY = 24L * 60;
  private static final long WEEK = 7 * DAY;
  private static final long SHORTEST_MONTH = 28 * DAY;
  private static final double MONTH = 365.25 * DAY / 12;
  private static final Fit ANY = new Fit(0, 0.5);
  private static final Fit EXACT = new Fit(0.75, 0.5);
  private static final Fit SPARSE = new Fit(0.75, 0);

  /** More than what a forecast looks back on would be made up. */
  private static final int MOST_MISSING = 1_000;

  /** The share of times on the grid, and of neighbours one step apart, that is asked for. */
  private record Fit(double exact, double neighbours) {}

  private final int[] places;
  private final BitSet moved;
  private final int firstUneven;
  private final Optional<Weekdays> weekdays;

  private Steps(int[] places, BitSet moved, int firstUneven, Optional<Weekdays> weekdays) {
    this.places = places;
    this.moved = moved;
    this.firstUneven = firstUneven;
    this.weekdays = weekdays;
  }

  static Steps ofNumbers(long... times) {
    return ofNumbers(times, usual(times));
  }

  /** Whole numbers, where the usual step of all series is known, which may be a shorter one. */
  static Steps ofNumbers(long[] times, long shared) {
    long usual = usual(times);
    Optional<Steps> found =
        shared < usual ? onGrid(times, shared, SPARSE) : Optional.<Steps>empty();
    return found.or(() -> onGrid(times, usual, EXACT)).orElseGet(() -> inOrder(times));
  }

  static Steps ofDates(long... minutes) {
    return ofDates(minutes, usual(minutes));
  }

  /**
   * Minutes since 1970. Months apart, months are counted; weeks apart, a stray day belongs to the
   * nearest week. Weekdays that never come are no gaps: the others follow each other. Where the
   * usual step of all series is shorter than that of this one, it lacks steps, if it fits.
   */
  static Steps ofDates(long[] minutes, long shared) {
    long usual = usual(minutes);
    Optional<Steps> found =
        shared < usual ? ofDates(shared, SPARSE, minutes) : Optional.<Steps>empty();
    return found
        .or(() -> ofDates(usual, ANY, minutes))
        .or(() -> onGrid(minutes, usual, EXACT))
        .orElseGet(() -> inOrder(minutes));
  }

  private static Optional<Steps> ofDates(long usual, Fit fit, long... minutes) {
    if (usual >= SHORTEST_MONTH) {
      long[] months = Arrays.stream(minutes).map(CalendarTime::month).toArray();
      return onGrid(months, Math.max(1, Math.round(usual / MONTH)), fit);
    }
    if (usual > WEEK - 2 * DAY && usual < WEEK + 2 * DAY) {
      return onGrid(minutes, WEEK, fit);
    }
    return usual > DAY / 2 && usual < WEEK
        ? ofDays(
            Math.max(1, usual / DAY),
            fit,
            Arrays.stream(minutes).map(each -> Math.floorDiv(each, DAY)).toArray())
        : Optional.empty();
  }

  private static Optional<Steps> ofDays(long usual, Fit fit, long... days) {
    Optional<Weekdays> weekdays = Weekdays.found(days);
    if (weekdays.isEmpty()) {
      return onGrid(days, usual, fit);
    }
    long[] open = Arrays.stream(days).map(weekdays.orElseThrow()::count).toArray();
    return onGrid(open, 1, fit)
        .map(steps -> new Steps(steps.places, steps.moved, steps.firstUneven, weekdays));
  }

  /**
   * Each time at the nearest point of a grid; empty where two meet in one, where too few lie on it
   * or are neighbours, or where more would be made up than is there.
   */
  private static Optional<Steps> onGrid(long[] times, long step, Fit fit) {
    if (step < 1) {
      return Optional.empty();
    }
    long rest = commonRest(step, times);
    BitSet moved = new BitSet();
    long[] points = new long[times.length];
    int neighbours = 0;
    for (int i = 0; i < times.length; i++) {
      points[i] = Math.floorDiv(times[i] - rest + step / 2, step);
      if (i > 0 && points[i] <= points[i - 1]) {
        return Optional.empty();
      }
      neighbours += i > 0 && points[i] == points[i - 1] + 1 ? 1 : 0;
      moved.set(i, Math.floorMod(times[i], step) != rest);
    }
    long missing = points[times.length - 1] - points[0] + 1 - times.length;
    boolean isGrid =
        neighbours >= fit.neighbours * (times.length - 1)
            && times.length - moved.cardinality() >= fit.exact * times.length
            && missing <= Math.max(MOST_MISSING, times.length);
    int[] places = Arrays.stream(points).mapToInt(each -> (int) (each - points[0])).toArray();
    return isGrid ? Optional.of(new Steps(places, moved, -1, Optional.empty())) : Optional.empty();
  }

  /** By how much most times lie behind the multiples of a step; the first such. */
  private static long commonRest(long step, long... times) {
    Map<Long, Integer> counts = new HashMap<>();
    for (long time : times) {
      counts.merge(Math.floorMod(time, step), 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return Arrays.stream(times)
        .map(time -> Math.floorMod(time, step))
        .filter(rest -> counts.getOrDefault(rest, 0) == most)
        .findFirst()
        .orElse(0);
  }

  private static Steps inOrder(long... times) {
    long usual = usual(times);
    int uneven =
        IntStream.range(1, times.length)
            .filter(i -> times[i] - times[i - 1] != usual)
            .findFirst()
            .orElse(times.length - 1);
    int[] places = IntStream.range(0, times.length).toArray();
    return new Steps(places, new BitSet(), uneven, Optional.empty());
  }

  /** The median distance of neighbours, the smaller of the middle two. */
  private static long usual(long... times) {
    if (times.length < 2) {
      return 1;
    }
    long[] distances = new long[times.length - 1];
    for (int i = 1; i < times.length; i++) {
      distances[i - 1] = times[i] - times[i - 1];
    }
    Arrays.sort(distances);
    return distances[(distances.length - 1) / 2];
  }

  /** A time as a number that grows with it: a whole number as it is, a date in minutes. */
  static long time(String text, String place) {
    String cell = text.strip();
    return CalendarTime.minutes(cell)
        .or(() -> whole(cell))
        .orElseThrow(
            () ->
                new FileRefused(
                    "%s is '%s', which ".formatted(place, cell)
                        + CalendarTime.advice(cell)
                            .orElse(
                                "is neither a whole number nor a date as 2026-11-24,"
                                    + " 2026-11-24 13:00, 2026-11, 2026-W48 or 2026-Q4")));
  }

  /** Whether a time that could be read is a date. */
  static boolean isDate(String text) {
    return whole(text.strip()).isEmpty();
  }

  private static Optional<Long> whole(String cell) {
    try {
      return Optional.of(Long.parseLong(cell.replaceFirst("\\.0*$", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  int[] places() {
    return places.clone();
  }

  /** The times, counted from 0, that lay off the grid and went to its nearest point. */
  BitSet moved() {
    return (BitSet) moved.clone();
  }

  /** The first time that breaks the usual step where the times follow no grid; else -1. */
  int firstUneven() {
    return firstUneven;
  }

  /** The weekdays whose values follow each other, where some never come. */
  Optional<Weekdays> weekdays() {
    return weekdays;
  }
}
