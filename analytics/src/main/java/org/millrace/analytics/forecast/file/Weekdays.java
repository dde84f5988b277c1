package org.millrace.analytics.forecast.file;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week on which values come while on the others none ever does. */
record Weekdays(Set<DayOfWeek> open) {

  private static final int FEW_DAYS = 10;
  private static final int LEAST_CLOSED = 2;
  private static final int IN_A_WEEK = DayOfWeek.values().length;

  Weekdays {
    open = Set.copyOf(open);
  }

  /**
   * The weekdays of at least ten sorted days since 1970; empty where each weekday comes, or where
   * fewer than two days were left out, which may be chance.
   */
  static Optional<Weekdays> found(long... days) {
    Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
    for (long day : days) {
      open.add(weekday(day));
    }
    Weekdays found = new Weekdays(open);
    if (open.size() == IN_A_WEEK || days.length < FEW_DAYS) {
      return Optional.empty();
    }
    long first = days[0];
    long last = days[days.length - 1];
    long closed = last - first - (found.count(last) - found.count(first));
    return closed < LEAST_CLOSED ? Optional.empty() : Optional.of(found);
  }

  /** How many open days were since 1970 until an open day, in a count that may begin anywhere. */
  long count(long day) {
    long week = Math.floorDiv(day + DayOfWeek.THURSDAY.ordinal(), IN_A_WEEK);
    DayOfWeek weekday = weekday(day);
    long inWeek = open.stream().filter(each -> each.compareTo(weekday) < 0).count();
    return week * open.size() + inWeek;
  }

  /** The weekdays that never come, in words. */
  String closed() {
    return EnumSet.complementOf(EnumSet.copyOf(open)).stream()
        .map(each -> each.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }

  /** The first day of 1970 was a Thursday. */
  private static DayOfWeek weekday(long day) {
    return DayOfWeek.THURSDAY.plus(day % IN_A_WEEK);
  }
}
