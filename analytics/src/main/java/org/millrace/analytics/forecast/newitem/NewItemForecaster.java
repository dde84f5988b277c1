package org.millrace.analytics.forecast.newitem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;

/**
 * Forecasts an item with little history or none. Its analogues give the shape of a launch and how
 * far their levels lie apart; a planner's number, if there is one, stands for the level in place of
 * theirs; each step sold moves it. The intervals draw a level and the course of an analogue, so
 * they are as wide as launches differ: wide without sales, narrower with each step.
 *
 * <p>Source: forecasting by analogy, Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice (3rd ed.), 6.4, made a calculation; the level as in {@link Level}. Worked: analogues
 * that sold 10, 20 and 20, 40 have the shape 0.667, 1.333 and levels 15 and 30, of which the mean
 * is 21.21, or 25.40 with half their variance (0.360 for two analogues); nothing sold yet: 16.93,
 * 33.87.
 */
public final class NewItemForecaster {

  private static final int DRAWS = 4000;
  private static final int LEAST_ANALOGUES = 2;
  private static final double LEAST_VARIATION = 0.1;

  private final List<Launch> launches;
  private final Levels levels;
  private final long seed;

  /** From the launches known; the seed makes the intervals come out the same. */
  public NewItemForecaster(List<Launch> launches, Levels levels, long seed) {
    this.launches = List.copyOf(launches);
    this.levels = levels;
    this.seed = seed;
  }

  /**
   * The steps after those sold so far.
   *
   * @param item what it is and what it sold since its launch, maybe nothing yet
   * @param planned what a planner expects of it, if anything
   */
  public SeriesForecast forecast(Launch item, Optional<Expectation> planned, int steps) {
    int length = item.length() + steps;
    List<Launch> analogues = analogues(item, length);
    double[] weights = weights(item, analogues);
    double[][] shapes = shapes(analogues, length);
    double[] usual = usual(shapes, weights);
    Level before =
        planned
            .map(number -> new Level(number.mean(), 1 / (number.error() * number.error())))
            .orElseGet(() -> level(analogues, weights, length));
    double usualSteps = Arrays.stream(usual).limit(item.length()).sum();
    Level level = before.after(item.sum(), usualSteps, spread(analogues, shapes, usual));
    double[][] drawn = drawn(level, shapes, weights, item.length());
    List<SeriesForecast.Step> ahead = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      double[] sorted = drawn[step];
      Arrays.sort(sorted);
      List<SeriesForecast.Band> bands = new ArrayList<>();
      for (double share : levels.shares()) {
        double outside = (1 - share) / 2;
        bands.add(
            new SeriesForecast.Band(
                sorted[(int) (outside * (DRAWS - 1))],
                sorted[(int) Math.ceil((1 - outside) * (DRAWS - 1))]));
      }
      ahead.add(new SeriesForecast.Step(level.mean() * usual[item.length() + step], bands));
    }
    return new SeriesForecast("Launch of %d analogues".formatted(analogues.size()), ahead);
  }

  /** Those most like the item that were on sale for as long as is to be forecast. */
  private List<Launch> analogues(Launch item, int length) {
    List<Launch> analogues =
        launches.stream()
            .filter(one -> one.length() >= length && one.mean(length) > 0)
            .filter(one -> !one.item().equals(item.item()) && item.likeness(one) > 0)
            .toList();
    if (analogues.size() < LEAST_ANALOGUES) {
      throw new IllegalArgumentException(
          ("Item %s has %d analogues that sold for %d steps; at least %d are needed."
                  + " Name more analogues or forecast fewer steps.")
              .formatted(item.item(), analogues.size(), length, LEAST_ANALOGUES));
    }
    return analogues;
  }

  /** By the square of the likeness, adding up to 1. */
  private static double[] weights(Launch item, List<Launch> analogues) {
    double[] weights =
        analogues.stream().mapToDouble(analogue -> Math.pow(item.likeness(analogue), 2)).toArray();
    double all = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / all).toArray();
  }

  private static double[][] shapes(List<Launch> analogues, int length) {
    double[][] shapes = new double[analogues.size()][length];
    for (int i = 0; i < shapes.length; i++) {
      double mean = analogues.get(i).mean(length);
      for (int t = 0; t < length; t++) {
        shapes[i][t] = analogues.get(i).at(t) / mean;
      }
    }
    return shapes;
  }

  private static double[] usual(double[][] shapes, double[] weights) {
    double[] usual = new double[shapes[0].length];
    for (int t = 0; t < usual.length; t++) {
      for (int i = 0; i < weights.length; i++) {
        usual[t] += weights[i] * shapes[i][t];
      }
    }
    return usual;
  }

  /**
   * The geometric mean of the analogues' levels, and their variation, widened for how few they are:
   * by {@code (1 + 1/n)} for a mean that is itself a guess and by {@code n / (n - 1)}.
   */
  static Level level(List<Launch> analogues, double[] weights, int length) {
    double[] logs =
        analogues.stream().mapToDouble(analogue -> Math.log(analogue.mean(length))).toArray();
    double centre = 0;
    double count = 0;
    for (int i = 0; i < logs.length; i++) {
      centre += weights[i] * logs[i];
      count += weights[i] * weights[i];
    }
    double likesCounted = 1 / count;
    double variance = 0;
    for (int i = 0; i < logs.length; i++) {
      variance += weights[i] * (logs[i] - centre) * (logs[i] - centre);
    }
    variance *= (likesCounted + 1) / Math.max(0.5, likesCounted - 1);
    double variation = Math.max(LEAST_VARIATION * LEAST_VARIATION, Math.expm1(variance));
    return new Level(Math.exp(centre + Math.min(1, variance) / 2), 1 / variation);
  }

  /** How much more than a count of this size demand varies around the usual shape. */
  private static double spread(List<Launch> analogues, double[][] shapes, double[] usual) {
    double sum = 0;
    double expected = 0;
    for (int i = 0; i < shapes.length; i++) {
      double mean = analogues.get(i).mean(usual.length);
      for (int t = 0; t < usual.length; t++) {
        double error = mean * (shapes[i][t] - usual[t]);
        sum += error * error;
        expected += mean * usual[t];
      }
    }
    return Math.max(Double.MIN_NORMAL, sum / expected) * (1 + 1.0 / shapes.length);
  }

  private double[][] drawn(Level level, double[][] shapes, double[] weights, int from) {
    Random random = new Random(seed);
    double[][] drawn = new double[shapes[0].length - from][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] shape = shapes[chosen(random.nextDouble(), weights)];
      double mean = level.drawn(random);
      for (int step = 0; step < drawn.length; step++) {
        drawn[step][draw] = mean * shape[from + step];
      }
    }
    return drawn;
  }

  private static int chosen(double chance, double... weights) {
    double upTo = 0;
    int i = -1;
    while (i < weights.length - 1 && upTo <= chance) {
      i++;
      upTo += weights[i];
    }
    return i;
  }
}
