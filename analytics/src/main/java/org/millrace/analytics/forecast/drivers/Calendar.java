package org.millrace.analytics.forecast.drivers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;

/**
 * The calendar as drivers: the day of the week against Monday, the season of the year as waves, and
 * holidays with the days around them.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), 7.4 (dummy
 * variables; Fourier terms {@code sin(2 pi k d), cos(2 pi k d)}, where d is the part of the year
 * gone) and Harvey (1989) 2.3.4. Worked: 2 July of 2023 is day 183 of 365: the first waves are
 * -0.0086 and -1.0000.
 */
public final class Calendar {

  private static final int WAVES = 3;
  private static final int DAYS_IN_WEEK = 7;

  private Calendar() {}

  /** Of days from the first on. */
  public static Drivers daily(LocalDate first, int days, Set<LocalDate> holidays) {
    Drivers drivers = Drivers.over(days);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.MONDAY) {
        double[] flags = new double[days];
        for (int t = 0; t < days; t++) {
          flags[t] = first.plusDays(t).getDayOfWeek() == day ? 1 : 0;
        }
        drivers = drivers.withFlag(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), flags);
      }
    }
    double[] on = new double[days];
    double[] before = new double[days];
    double[] after = new double[days];
    for (int t = 0; t < days; t++) {
      LocalDate day = first.plusDays(t);
      on[t] = holidays.contains(day) ? 1 : 0;
      before[t] = holidays.contains(day.plusDays(1)) ? 1 : 0;
      after[t] = holidays.contains(day.minusDays(1)) ? 1 : 0;
    }
    return withSeason(drivers, first, 1)
        .withFlag("holiday", on)
        .withFlag("day before a holiday", before)
        .withFlag("day after a holiday", after);
  }

  /** Of weeks, the first of which begins with the date given. */
  public static Drivers weekly(LocalDate first, int weeks, Set<LocalDate> holidays) {
    double[] count = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      for (int day = 0; day < DAYS_IN_WEEK; day++) {
        count[t] += holidays.contains(first.plusDays((long) DAYS_IN_WEEK * t + day)) ? 1 : 0;
      }
    }
    return withSeason(Drivers.over(weeks), first.plusDays(DAYS_IN_WEEK / 2), DAYS_IN_WEEK)
        .withFlag("each holiday in a week", count);
  }

  private static Drivers withSeason(Drivers drivers, LocalDate first, int daysInStep) {
    Drivers all = drivers;
    for (int wave = 1; wave <= WAVES; wave++) {
      double[] sines = new double[drivers.length()];
      double[] cosines = new double[drivers.length()];
      for (int t = 0; t < sines.length; t++) {
        LocalDate day = first.plusDays((long) daysInStep * t);
        double angle = 2 * Math.PI * wave * day.getDayOfYear() / day.lengthOfYear();
        sines[t] = Math.sin(angle);
        cosines[t] = Math.cos(angle);
      }
      all = all.withFlag("season, sine " + wave, sines).withFlag("season, cosine " + wave, cosines);
    }
    return all;
  }
}
