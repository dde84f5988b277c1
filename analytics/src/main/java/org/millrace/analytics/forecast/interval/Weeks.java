package org.millrace.analytics.forecast.interval;

import java.util.List;
import java.util.Optional;
import org.millrace.analytics.forecast.season.Seasons;
import org.millrace.analytics.forecast.smoothing.SeasonFactors;
import org.millrace.analytics.forecast.smoothing.Seasonality;

/**
 * The week behind a day of hours, half hours or quarters of an hour: who gives 24 as the season of
 * a series of hours seldom says that Sundays differ, so a season of seven days is added where the
 * history shows one without its days. Worked: 24 over three weeks of equal days stays 24.
 */
final class Weeks {

  private static final List<Integer> STEPS_OF_A_DAY = List.of(24, 48, 96);
  private static final int DAYS = 7;
  private static final int LEAST_WEEKS = 3;

  private Weeks() {}

  static Seasons found(Seasons seasons, double... history) {
    return week(seasons, history).map(week -> Seasons.of(seasons.shortest(), week)).orElse(seasons);
  }

  private static Optional<Integer> week(Seasons seasons, double... history) {
    int day = seasons.shortest();
    int week = DAYS * day;
    if (seasons.steps().size() != 1
        || !STEPS_OF_A_DAY.contains(day)
        || history.length < LEAST_WEEKS * week) {
      return Optional.empty();
    }
    double[] withoutDays = SeasonFactors.shrunk(history, day).removed(history);
    return Seasonality.isShown(withoutDays, week) ? Optional.of(week) : Optional.empty();
  }
}
