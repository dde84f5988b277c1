package org.millrace.analytics.forecast.file;

import java.util.Arrays;
import java.util.Optional;

/** The places of times on an even grid, so that gaps show. */
final class Steps {

  private static final long DAY = 24L * 60;
  private static final long SHORTEST_MONTH = 28 * DAY;
  private static final double MOST_FILLED = 2;
  private static final int FEW_DAYS = 10;

  private Steps() {}

  /** A time as a number that grows with it: a whole number as it is, a date in minutes. */
  static long time(String text, String place) {
    String cell = text.strip();
    return CalendarTime.minutes(cell)
        .or(() -> whole(cell))
        .orElseThrow(
            () ->
                new FileRefused(
                    place
                        + " is '"
                        + cell
                        + "', which is neither a whole number nor a date as 2026-11-24,"
                        + " 2026-11-24 13:00, 2026-11, 2026-W48 or 2026-Q4"));
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

  /**
   * The place of each sorted time on a grid of the usual distance; one after the other where the
   * times follow no such grid (more than half of it would be empty). Worked: 1, 2, 4, 5, 6, 7 gives
   * 0, 1, 3, 4, 5, 6.
   */
  static int[] places(long... grid) {
    long distance = Math.max(1, usual(grid));
    int[] places = new int[grid.length];
    for (int i = 0; i < places.length; i++) {
      double place = ((double) grid[i] - grid[0]) / distance;
      boolean isOnGrid = place == Math.rint(place) && (i == 0 || grid[i] > grid[i - 1]);
      if (!isOnGrid || place > MOST_FILLED * (grid.length + 2)) {
        return inOrder(grid.length);
      }
      places[i] = (int) place;
    }
    return places;
  }

  /**
   * The same for minutes since 1970. Where they lie months apart, months are counted. Ten days or
   * more of which none is on a weekend are working days and follow each other.
   */
  static int[] placesOfDates(long... minutes) {
    long usual = usual(minutes);
    if (usual >= SHORTEST_MONTH) {
      return places(Arrays.stream(minutes).map(CalendarTime::month).toArray());
    }
    boolean areWorkingDays =
        usual == DAY
            && minutes.length >= FEW_DAYS
            && Arrays.stream(minutes).noneMatch(CalendarTime::isWeekend);
    return areWorkingDays ? inOrder(minutes.length) : places(minutes);
  }

  private static int[] inOrder(int count) {
    int[] places = new int[count];
    Arrays.setAll(places, i -> i);
    return places;
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
}
