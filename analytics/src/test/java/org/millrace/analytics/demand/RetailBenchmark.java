package org.millrace.analytics.demand;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.millrace.analytics.demand.RetailDays.Weeks;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.forecast.intermittent.DemandPattern;

/**
 * The selection alone on the weekly items of a retailer, seeing at each origin only the weeks
 * before: by pattern; young items without and with their analogues; items whose first week is not
 * over; and simulated demand now and then that stays the same, where the bias must be about 0.
 * Argument: the folder of the daily files.
 */
final class RetailBenchmark {
  private static final int STEPS = 6;
  private static final int FIRST_ORIGIN = 14;
  private static final int UNSEEN_WEEKS = 4;
  private static final int DAYS_KNOWN = 4;
  private static final List<LocalDate> PATTERN_DAYS =
      List.of(
          LocalDate.of(2011, 5, 29),
          LocalDate.of(2011, 6, 26),
          LocalDate.of(2011, 7, 17),
          LocalDate.of(2011, 3, 6),
          LocalDate.of(2011, 4, 3));

  private final RetailDays retail;
  private final Map<String, Score> scores = new TreeMap<>();

  private RetailBenchmark(RetailDays retail) {
    this.retail = retail;
  }

  private record Score(ErrorSums errors, Coverage coverage) {

    Score plus(Score other) {
      return new Score(errors.plus(other.errors), coverage.plus(other.coverage));
    }
  }

  public static void main(String[] arguments) throws IOException {
    RetailBenchmark benchmark = new RetailBenchmark(RetailDays.read(Path.of(arguments[0])));
    benchmark.patterns();
    benchmark.young();
    benchmark.started();
    benchmark.simulated();
    benchmark.print();
  }

  private void patterns() {
    for (LocalDate day : PATTERN_DAYS) {
      int origin = retail.weeksAt(day);
      String when = day.getMonthValue() < 5 ? "spring" : "summer";
      Optional<Analogues> analogues = analogues(origin);
      for (Weeks item : retail.items()) {
        double[] history = item.until(origin);
        if (history.length > 0) {
          ModelSelection selection = ModelSelection.of(history, Grain.WEEK, 13, analogues);
          for (String which : List.of(selection.pattern().word(), "all")) {
            add("1 %s %s".formatted(when, which), selection, history, item.after(origin, STEPS));
          }
        }
      }
    }
  }

  private void young() {
    for (int origin = FIRST_ORIGIN; origin + STEPS <= retail.weeks(); origin++) {
      Optional<Analogues> analogues = analogues(origin);
      for (Weeks item : retail.items()) {
        double[] history = item.until(origin);
        if (history.length > 0 && history.length < Analogues.GROWN) {
          double[] after = item.after(origin, STEPS);
          ModelSelection without = ModelSelection.of(history, Grain.WEEK, 13);
          ModelSelection with = ModelSelection.of(history, Grain.WEEK, 13, analogues);
          for (String age :
              List.of("all", "%2d to %2d weeks".formatted(odd(history), odd(history) + 1))) {
            add("2 young, " + age + ", 1 without analogues", without, history, after);
            add("2 young, " + age + ", 2 with analogues", with, history, after);
          }
          analogues.ifPresent(
              all ->
                  score(
                      "2 young, all, 3 analogues without selection",
                      all.forecast(history, 52, STEPS),
                      after));
        }
      }
    }
  }

  private static int odd(double... history) {
    return (history.length - 1) / 2 * 2 + 1;
  }

  private Optional<Analogues> analogues(int origin) {
    return Analogues.of(
        retail.items().stream()
            .filter(item -> item.first(origin) >= UNSEEN_WEEKS)
            .map(item -> item.until(origin))
            .toList());
  }

  private void started() {
    for (int origin = FIRST_ORIGIN; origin + STEPS <= retail.weeks(); origin++) {
      Optional<Analogues> analogues = analogues(origin);
      LocalDate monday = LocalDate.of(2010, 11, 29).plusWeeks(origin);
      for (Weeks item : retail.items()) {
        double sold = item.sold(origin, DAYS_KNOWN);
        if (analogues.isPresent() && sold > 0 && item.first(origin) == origin) {
          DemandSeries none = DemandSeries.of("new", Grain.WEEK, monday);
          DemandForecast forecast = DemandForecaster.started(none, sold, analogues.get());
          double[] after = item.after(origin, STEPS);
          for (int step = 0; step < STEPS; step++) {
            DemandForecast.Ahead ahead = forecast.ahead().get(step);
            String week = step == 0 ? "this week" : "weeks after";
            add("3 started, " + week, ahead.forecast(), sold, after[step], ahead);
          }
        }
      }
    }
  }

  private void simulated() {
    Random random = new Random(1);
    for (double deviation : new double[] {0.4, 0.9}) {
      for (int interval : new int[] {2, 4}) {
        for (int i = 0; i < 300; i++) {
          double[] history = new double[52];
          for (int week = 0; week < history.length; week++) {
            boolean isSold = random.nextDouble() < 1.0 / interval;
            double size = 10 * Math.exp(deviation * random.nextGaussian());
            history[week] = isSold ? Math.max(1, Math.rint(size)) : 0;
          }
          double[] expected = new double[STEPS];
          Arrays.fill(expected, 10 * Math.exp(deviation * deviation / 2) / interval);
          if (DemandPattern.isIntermittent(history, 52)) {
            String name = "4 same for ever, sizes %.1f, every %d weeks";
            String key = name.formatted(deviation, interval);
            ModelSelection selection = ModelSelection.of(history, Grain.WEEK, 13);
            score(key, selection.chosen().ahead(), expected);
          }
        }
      }
    }
  }

  private void add(String key, ModelSelection selection, double[] history, double... after) {
    PredictionIntervals.Pair[] pairs =
        new PredictionIntervals(selection, history, Grain.WEEK.season()).ahead();
    for (int step = 0; step < after.length; step++) {
      DemandForecast.Ahead ahead =
          new DemandForecast.Ahead(
              LocalDate.EPOCH, 0, 0, pairs[step].within80(), pairs[step].within95());
      add(
          key,
          selection.chosen().ahead()[step],
          selection.naive().ahead()[step],
          after[step],
          ahead);
    }
  }

  private void add(
      String key, double forecast, double naive, double actual, DemandForecast.Ahead ahead) {
    Coverage coverage =
        new Coverage(
            1, ahead.within80().holds(actual) ? 1 : 0, ahead.within95().holds(actual) ? 1 : 0);
    ErrorSums sums = ErrorSums.NONE.plus(actual, forecast, naive, 0);
    scores.merge(key, new Score(sums, coverage), Score::plus);
  }

  private void score(String key, double[] forecast, double... after) {
    for (int step = 0; step < after.length; step++) {
      ErrorSums sums = ErrorSums.NONE.plus(after[step], forecast[step], 0, 0);
      scores.merge(key, new Score(sums, Coverage.NONE), Score::plus);
    }
  }

  private void print() {
    System.out.println("what | forecasts | sold | WAPE | bias | naive WAPE | in 80 % | in 95 %");
    scores.forEach(
        (key, score) ->
            System.out.printf(
                Locale.ROOT,
                "%s | %d | %.0f | %.3f | %+.3f | %.3f | %.1f | %.1f%n",
                key,
                score.errors.periods() / STEPS,
                score.errors.actual(),
                score.errors.wape().orElse(0),
                score.errors.bias().orElse(0),
                score.errors.naiveWape().orElse(0),
                100.0 * score.coverage.inside80() / Math.max(1, score.coverage.periods()),
                100.0 * score.coverage.inside95() / Math.max(1, score.coverage.periods())));
  }
}
