package org.millrace.analytics.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A method tried on the past: from each of several origins it saw only the weeks before and
 * forecast the weeks after (rolling origin, Tashman 2000). Forecasts below 0 count as 0, as demand
 * does.
 */
final class Backtest {

  private final ForecastMethod method;
  private final double[] history;
  private final int firstOrigin;
  private final double[][] forecasts;

  private Backtest(ForecastMethod method, double[] history, int firstOrigin, double[][] forecasts) {
    this.method = method;
    this.history = history;
    this.firstOrigin = firstOrigin;
    this.forecasts = forecasts;
  }

  /** Tries the method from every origin from the first on, up to so many steps ahead. */
  static Backtest of(ForecastMethod method, double[] history, int firstOrigin, int steps) {
    double[][] forecasts = new double[Math.max(0, history.length - firstOrigin)][];
    for (int i = 0; i < forecasts.length; i++) {
      int origin = firstOrigin + i;
      double[] seen = Arrays.copyOf(history, origin);
      forecasts[i] = atLeastZero(method.forecast(seen, Math.min(steps, history.length - origin)));
    }
    return new Backtest(method, history.clone(), firstOrigin, forecasts);
  }

  static double[] atLeastZero(double... forecast) {
    return Arrays.stream(forecast).map(value -> Math.max(0, value)).toArray();
  }

  ForecastMethod method() {
    return method;
  }

  int origins() {
    return forecasts.length;
  }

  /** Sum of absolute errors over all origins and steps. */
  double absoluteError() {
    double sum = 0;
    for (int origin = 0; origin < forecasts.length; origin++) {
      for (int step = 0; step < forecasts[origin].length; step++) {
        sum += Math.abs(error(origin, step));
      }
    }
    return sum;
  }

  /**
   * WAPE: {@code sum |forecast - actual| / sum actual} over all origins and steps, as a fraction;
   * empty when nothing was tested or nothing was sold. Worked: actual 100, 120, 80, 100 and
   * forecast 90, 130, 100, 95 give 45 / 400 = 0.1125.
   */
  OptionalDouble wape() {
    double actual = 0;
    for (int origin = 0; origin < forecasts.length; origin++) {
      for (int step = 0; step < forecasts[origin].length; step++) {
        actual += history[firstOrigin + origin + step];
      }
    }
    return actual > 0 ? OptionalDouble.of(absoluteError() / actual) : OptionalDouble.empty();
  }

  /** The forecast made for a week of the past from the week right before it. */
  List<PastWeek> oneStepAhead() {
    List<PastWeek> weeks = new ArrayList<>();
    for (int origin = 0; origin < forecasts.length; origin++) {
      int week = firstOrigin + origin;
      weeks.add(new PastWeek(week, history[week], forecasts[origin][0]));
    }
    return weeks;
  }

  /** Absolute errors of the steps from one to another (counted from 1), smallest first. */
  double[] absoluteErrors(int fromStep, int toStep) {
    double[] errors = new double[forecasts.length * (toStep - fromStep + 1)];
    int count = 0;
    for (int origin = 0; origin < forecasts.length; origin++) {
      int last = Math.min(toStep, forecasts[origin].length);
      for (int step = fromStep; step <= last; step++) {
        errors[count++] = Math.abs(error(origin, step - 1));
      }
    }
    double[] sorted = Arrays.copyOf(errors, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private double error(int origin, int step) {
    return forecasts[origin][step] - history[firstOrigin + origin + step];
  }

  /** A week of the past, counted from the start of the series: what was sold and was forecast. */
  record PastWeek(int week, double actual, double forecast) {}
}
