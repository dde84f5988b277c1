package org.millrace.analytics.forecast.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** The times of a long file: whole numbers or dates, as days or as months. */
final class Steps {

  private static final int DAYS_OF_SHORTEST_MONTH = 28;
  private static final double MOST_FILLED = 1.25;

  private Steps() {}

  /** A time as a number that grows with it; a date becomes its day. */
  static long time(String text, String place) {
    String cell = text.strip();
    try {
      if (cell.length() >= 8 && cell.indexOf('-', 1) > 0) {
        return LocalDate.parse(cell.substring(0, Math.min(10, cell.length()))).toEpochDay();
      }
      return Long.parseLong(cell);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new FileRefused(
          place + " is '" + cell + "', which is neither a whole number nor a date as 2026-11-24");
    }
  }

  /**
   * The place of each sorted time on a grid of the usual distance; one after the other where the
   * times follow no such grid (more than a quarter of it would be empty). Worked: 1, 2, 4, 5, 6, 7
   * gives 0, 1, 3, 4, 5, 6.
   */
  static int[] places(long... grid) {
    long distance = Math.max(1, usual(grid));
    int[] places = new int[grid.length];
    for (int i = 0; i < places.length; i++) {
      double place = (double) (grid[i] - grid[0]) / distance;
      boolean isOnGrid = place == Math.rint(place) && (i == 0 || grid[i] > grid[i - 1]);
      if (!isOnGrid || place > MOST_FILLED * (grid.length + 2)) {
        return inOrder(grid.length);
      }
      places[i] = (int) place;
    }
    return places;
  }

  /** The same for days since 1970; where they lie months apart, months are counted. */
  static int[] placesOfDays(long... days) {
    return usual(days) < DAYS_OF_SHORTEST_MONTH
        ? places(days)
        : places(Arrays.stream(days).map(Steps::month).toArray());
  }

  private static int[] inOrder(int count) {
    int[] places = new int[count];
    Arrays.setAll(places, i -> i);
    return places;
  }

  private static long month(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return 12L * date.getYear() + date.getMonthValue();
  }

  /** The median distance of neighbours. */
  private static long usual(long... times) {
    if (times.length < 2) {
      return 1;
    }
    long[] distances = new long[times.length - 1];
    for (int i = 1; i < times.length; i++) {
      distances[i - 1] = times[i] - times[i - 1];
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }
}
