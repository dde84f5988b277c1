package org.millrace.analytics.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millrace.analytics.demand.DemandForecast.Ahead;
import org.millrace.analytics.demand.DemandForecast.Choice;
import org.millrace.analytics.demand.DemandForecast.Interval;
import org.millrace.analytics.demand.DemandForecast.Past;
import org.millrace.analytics.demand.DemandForecast.Tested;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.forecast.intermittent.DemandPattern;

/**
 * Forecasts demand: tries each method on the series' own past and takes the one that its pattern
 * calls for, or another that did clearly better. Forecast, intervals and errors are never negative,
 * never NaN; the same series gives the same result.
 */
public final class DemandForecaster {

  /** Origins in the past from which every method is tried: a quarter of weeks. */
  public static final int DEFAULT_ORIGINS = 13;

  private final int origins;

  private DemandForecaster(int origins) {
    this.origins = origins;
  }

  /** Tries the methods from a quarter of origins. */
  public static DemandForecaster standard() {
    return new DemandForecaster(DEFAULT_ORIGINS);
  }

  /** Tries the methods from so many origins, at least 1. */
  public static DemandForecaster withOrigins(int origins) {
    if (origins < 1) {
      throw new IllegalArgumentException("At least 1 origin is needed, but got " + origins + ".");
    }
    return new DemandForecaster(origins);
  }

  /** Forecasts the periods after the series; refuses an empty one. */
  public DemandForecast forecast(DemandSeries series) {
    return forecast(series, Optional.empty());
  }

  /** The same, beside its analogues in case the item is young. */
  DemandForecast forecast(DemandSeries series, Optional<Analogues> analogues) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException(
          "Item %s has no complete %s yet; forecast it from the %s after its first sale"
              .formatted(series.name(), series.grain().word(), series.grain().word()));
    }
    double[] history = series.known();
    ModelSelection selection = ModelSelection.of(history, series.grain(), origins, analogues);
    PredictionIntervals intervals =
        new PredictionIntervals(selection, history, series.grain().season());
    PredictionIntervals.Pair[][] past = new PredictionIntervals.Pair[selection.origins()][];
    for (int origin = 0; origin < past.length; origin++) {
      past[origin] = intervals.past(origin);
    }
    ErrorSums[] sums = selection.sumsByStep();
    return new DemandForecast(
        series.name(),
        choice(series, selection, sums),
        ahead(series, selection, intervals.ahead()),
        past(series, selection, past),
        tested(sums, intervals.coverageByStep(past)));
  }

  /**
   * Forecasts an item whose first week is not over, from this week on, by what it sold so far and
   * its analogues; the week itself is expected to bring no less than it did.
   */
  static DemandForecast started(DemandSeries series, double sold, Analogues analogues) {
    int steps = series.grain().horizon();
    double[] later = analogues.forecast(new double[] {sold}, series.grain().season(), steps - 1);
    List<Ahead> ahead = new ArrayList<>(steps);
    for (int step = 0; step < steps; step++) {
      double forecast = step == 0 ? analogues.firstWeek(sold) : later[step - 1];
      PredictionIntervals.Pair pair = analogues.around(forecast, 1);
      if (step == 0) {
        pair = pair.atLeast(sold);
      }
      ahead.add(new Ahead(series.day(step), forecast, sold, pair.within80(), pair.within95()));
    }
    Choice choice =
        new Choice(
            analogues.title(),
            DemandPattern.NONE,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Reasons.ofStarted(sold, analogues));
    Tested untested = new Tested(ErrorSums.NONE, Coverage.NONE);
    return new DemandForecast(series.name(), choice, ahead, List.of(), List.of(untested));
  }

  /**
   * Expects nothing of an item that never sold; only what else is known of its weeks ahead counts.
   */
  static DemandForecast unsold(DemandSeries series) {
    List<Ahead> ahead = new ArrayList<>();
    Interval none = new Interval(0, 0);
    for (int step = 0; step < series.grain().horizon(); step++) {
      ahead.add(new Ahead(series.day(step), 0, 0, none, none));
    }
    Choice choice =
        new Choice(
            Choice.UNSOLD,
            DemandPattern.NONE,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Reasons.ofUnsold());
    Tested untested = new Tested(ErrorSums.NONE, Coverage.NONE);
    return new DemandForecast(series.name(), choice, ahead, List.of(), List.of(untested));
  }

  private static Choice choice(DemandSeries series, ModelSelection selection, ErrorSums... sums) {
    ErrorSums all = Arrays.stream(sums).reduce(ErrorSums.NONE, ErrorSums::plus);
    Reasons.Errors errors = new Reasons.Errors(boxed(all.wape()), boxed(all.naiveWape()));
    return new Choice(
        selection.chosen().title(),
        selection.pattern(),
        all.wape(),
        all.naiveWape(),
        Reasons.of(series, selection, errors));
  }

  private static List<Ahead> ahead(
      DemandSeries series, ModelSelection selection, PredictionIntervals.Pair... pairs) {
    List<Ahead> ahead = new ArrayList<>(pairs.length);
    for (int step = 0; step < pairs.length; step++) {
      ahead.add(
          new Ahead(
              series.day(series.length() + step),
              selection.chosen().ahead()[step],
              selection.naive().ahead()[step],
              pairs[step].within80(),
              pairs[step].within95()));
    }
    return ahead;
  }

  private static List<Past> past(
      DemandSeries series, ModelSelection selection, PredictionIntervals.Pair[]... pairs) {
    List<Past> past = new ArrayList<>(pairs.length);
    for (int origin = pairs.length - 1; origin >= 0; origin--) {
      int period = selection.firstAfter(origin);
      double actual = series.quantity(period);
      double error = selection.chosen().errors()[origin][0];
      if (!Double.isNaN(error)) {
        past.add(
            new Past(
                series.day(period),
                actual,
                actual - error,
                pairs[origin].length > 0
                    ? Optional.of(pairs[origin][0].within95())
                    : Optional.empty()));
      }
    }
    return past;
  }

  private static List<Tested> tested(ErrorSums[] sums, Coverage... coverage) {
    List<Tested> tested = new ArrayList<>();
    for (int step = 0; step < Math.min(sums.length, coverage.length); step++) {
      tested.add(new Tested(sums[step], coverage[step]));
    }
    return tested;
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
