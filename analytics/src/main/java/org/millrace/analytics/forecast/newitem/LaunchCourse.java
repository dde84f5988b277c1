package org.millrace.analytics.forecast.newitem;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What launches have in common, as a summary small enough to be handed around: the usual course by
 * step (mean 1), the levels, and how far demand strays from both. It forecasts many new items at
 * little cost; launches may be of any length, so those still going on count as well.
 *
 * <p>Each step of the course is the demand of the launches seen that long by the sum of their
 * levels, a launch counting by the square root of its level: counted alike, the many that nobody
 * asked for again would decide, counted by units a few large ones. Three launches that go on as in
 * the step before are added to each step. The level of an item is that of the launches moved by
 * what it sold, as in {@link Level}.
 *
 * <p>Worked: two launches of 10 and 20 have the course 0.917, 1.083 (half of the rise, for they are
 * two against three) and the level 15: 13.75 and 16.25 are expected of an item that sold nothing.
 */
public final class LaunchCourse implements Serializable {

  private static final int ROUNDS = 50;
  private static final double ADDED = 3;
  private static final double LEAST_VARIATION = 0.05;

  private final double[] course;
  private final double mean;
  private final double shape;
  private final double spread;

  private LaunchCourse(double[] course, double mean, double shape, double spread) {
    this.course = course;
    this.mean = mean;
    this.shape = shape;
    this.spread = spread;
  }

  /** Of launches that sold something, at least two, over so many steps. */
  public static LaunchCourse of(List<Launch> launches, int steps) {
    double[][] sold =
        launches.stream()
            .filter(launch -> launch.sum() > 0)
            .map(launch -> demand(launch, steps))
            .toArray(double[][]::new);
    if (sold.length < 2) {
      throw new IllegalArgumentException(
          "A course needs at least 2 launches that sold something, but got %d of %d."
              .formatted(sold.length, launches.size()));
    }
    double[] course = course(sold, steps);
    double[] levels = levels(sold, course);
    double mean = Arrays.stream(levels).average().orElseThrow();
    double spread = spread(sold, levels, course);
    return new LaunchCourse(course, mean, shape(sold, course, mean, spread), spread);
  }

  private static double[] demand(Launch launch, int steps) {
    double[] demand = new double[Math.min(steps, launch.length())];
    Arrays.setAll(demand, launch::at);
    return demand;
  }

  private static double[] course(double[][] sold, int steps) {
    double[] course = new double[steps];
    Arrays.fill(course, 1);
    for (int round = 0; round < ROUNDS; round++) {
      course = course(sold, levels(sold, course), steps);
    }
    double mean = Arrays.stream(course).sum() / steps;
    return Arrays.stream(course).map(step -> step / mean).toArray();
  }

  private static double[] course(double[][] sold, double[] levels, int steps) {
    double added = ADDED * Arrays.stream(levels).map(Math::sqrt).average().orElseThrow();
    double[] course = new double[steps];
    double before = 1;
    for (int step = 0; step < steps; step++) {
      double demand = added * before;
      double expected = added;
      for (int i = 0; i < sold.length; i++) {
        if (sold[i].length > step && levels[i] > 0) {
          demand += sold[i][step] / Math.sqrt(levels[i]);
          expected += Math.sqrt(levels[i]);
        }
      }
      course[step] = demand / expected;
      before = course[step];
    }
    return course;
  }

  private static double[] levels(double[][] sold, double... course) {
    return Arrays.stream(sold)
        .mapToDouble(demand -> Arrays.stream(demand).sum() / usual(demand.length, course))
        .toArray();
  }

  /** Steps of usual size that so many steps from the start make up. */
  private static double usual(int steps, double... course) {
    return Arrays.stream(course).limit(steps).sum();
  }

  /** How much more than a count of this size demand varies around level and course. */
  private static double spread(double[][] sold, double[] levels, double... course) {
    double sum = 0;
    double free = 1;
    for (int i = 0; i < sold.length; i++) {
      for (int step = 0; step < sold[i].length && levels[i] > 0; step++) {
        double expected = levels[i] * course[step];
        double error = sold[i][step] - expected;
        sum += expected > 0 ? error * error / expected : 0;
      }
      free += sold[i].length - 1;
    }
    return Math.max(Double.MIN_NORMAL, sum / free);
  }

  /** From the variance of the levels less what the spread alone makes of it. */
  private static double shape(double[][] sold, double[] course, double mean, double spread) {
    double variance = 0;
    for (double[] demand : sold) {
      double usual = usual(demand.length, course);
      double off = Arrays.stream(demand).sum() / usual - mean;
      variance += (off * off - spread * mean / usual) / (sold.length - 1);
    }
    return mean * mean / Math.max(LEAST_VARIATION * mean * mean, variance);
  }

  /**
   * The steps after those sold so far, maybe none; beyond the course its last step goes on. Never
   * negative.
   */
  public double[] forecast(double[] sold, int steps) {
    double level = level(sold);
    double[] forecast = new double[steps];
    Arrays.setAll(forecast, step -> level * at(sold.length + step));
    return forecast;
  }

  /** What the level after these steps makes usual of their first. */
  public double first(double... sold) {
    return level(sold) * at(0);
  }

  private double level(double... sold) {
    double usual = 0;
    for (int step = 0; step < sold.length; step++) {
      usual += at(step);
    }
    return new Level(mean, shape).after(Arrays.stream(sold).sum(), usual, spread).mean();
  }

  private double at(int step) {
    return course[Math.min(step, course.length - 1)];
  }
}
