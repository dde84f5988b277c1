package org.millrace.analytics.forecast.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;

/**
 * The effects found for one item, and forecasts with them: demand without the effects is continued
 * by a method, and the planned effects are put back on. Closed steps are forecast as 0.
 */
public final class DriverFit {

  private static final double NORMAL_95 = 1.959964;

  private final ItemDemand item;
  private final Coefficients coefficients;

  DriverFit(ItemDemand item, Coefficients coefficients) {
    this.item = item;
    this.coefficients = coefficients;
  }

  public String item() {
    return item.item();
  }

  /** In the order of the drivers. */
  public List<Effect> effects() {
    List<Effect> effects = new ArrayList<>();
    for (int k = 0; k < coefficients.size(); k++) {
      Driver driver = item.drivers().column(k);
      double value = coefficients.value(k);
      double half = NORMAL_95 * Math.sqrt(coefficients.variance(k));
      boolean isElasticity = driver.reading() == Driver.Reading.ELASTICITY;
      effects.add(
          isElasticity
              ? new Effect(driver.name(), true, value, value - half, value + half)
              : new Effect(
                  driver.name(),
                  false,
                  Math.exp(value),
                  Math.exp(value - half),
                  Math.exp(value + half)));
    }
    return List.copyOf(effects);
  }

  /** The effect of the driver of this name. */
  public Effect effect(String driver) {
    return effects().stream()
        .filter(effect -> effect.driver().equals(driver))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no driver '%s'; there are %s."
                        .formatted(driver, item.drivers().names())));
  }

  /**
   * The usual effect of several drivers together, those whose names begin as given: the geometric
   * mean over the past steps where one of them was on. Worked: a promotion with the factor 2, half
   * of whose days have a further factor 1.5, was worth {@code 2 * 1.5^0.5} = 2.449.
   */
  public Effect together(String beginning) {
    double[] weights = new double[coefficients.size()];
    int steps = 0;
    for (int t : item.seen()) {
      boolean isOn = false;
      for (int k = 0; k < weights.length; k++) {
        Driver driver = item.drivers().column(k);
        if (driver.name().startsWith(beginning) && driver.at(t) != 0) {
          weights[k] += driver.at(t);
          isOn = true;
        }
      }
      steps += isOn ? 1 : 0;
    }
    if (steps == 0) {
      throw new IllegalArgumentException(
          "No driver of item %s that begins with '%s' was ever on; there are %s."
              .formatted(item.item(), beginning, item.drivers().names()));
    }
    double log = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= steps;
      log += weights[k] * coefficients.value(k);
    }
    double half = NORMAL_95 * Math.sqrt(coefficients.variance(weights));
    return new Effect(beginning, false, Math.exp(log), Math.exp(log - half), Math.exp(log + half));
  }

  /** Demand as it would have been without the effects, of the steps that were seen. */
  public double[] adjusted() {
    double[] logs = item.drivers().joint(coefficients.values());
    return Arrays.stream(item.seen()).mapToDouble(t -> item.at(t) / Math.exp(logs[t])).toArray();
  }

  /** The expected demand of the steps after the history. */
  public double[] forecast(ForecastMethod method, int steps) {
    double[] adjusted = adjusted();
    if (item.length() + steps > item.drivers().length()) {
      throw new IllegalArgumentException(
          "The drivers of item %s are planned for %d steps ahead, but %d are to be forecast."
              .formatted(item.item(), item.drivers().length() - item.length(), steps));
    }
    if (adjusted.length == 0) {
      throw new IllegalArgumentException(
          "No demand of item %s was seen. Forecast it from its analogues.".formatted(item.item()));
    }
    double[] forecast = method.forecast(adjusted, 1, steps);
    double[] logs = item.drivers().joint(coefficients.values());
    for (int step = 0; step < steps; step++) {
      int t = item.length() + step;
      double effect = item.drivers().isClosed(t) ? 0 : Math.exp(logs[t]);
      forecast[step] = effect * Math.max(0, forecast[step]);
    }
    return forecast;
  }

  /**
   * The same with intervals: as wide as the method missed from past origins of this item, each miss
   * measured by the deviation usual at the demand expected there.
   */
  public SeriesForecast forecast(ForecastMethod method, int steps, Levels levels) {
    double[] mean = forecast(method, steps);
    Misses misses = Misses.of(method, adjusted(), seenEffects(), steps);
    List<SeriesForecast.Step> ahead = new ArrayList<>(steps);
    for (double expected : mean) {
      List<SeriesForecast.Band> bands = new ArrayList<>();
      for (double share : levels.shares()) {
        double outside = (1 - share) / 2;
        bands.add(
            new SeriesForecast.Band(
                misses.quantile(expected, outside), misses.quantile(expected, 1 - outside)));
      }
      ahead.add(new SeriesForecast.Step(expected, bands));
    }
    return new SeriesForecast(method.title() + " with drivers", ahead);
  }

  private double[] seenEffects() {
    double[] logs = item.drivers().joint(coefficients.values());
    return Arrays.stream(item.seen()).mapToDouble(t -> Math.exp(logs[t])).toArray();
  }
}
