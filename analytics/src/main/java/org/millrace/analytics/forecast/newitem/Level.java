package org.millrace.analytics.forecast.newitem;

import java.util.Random;

/**
 * What is thought of the mean demand of a new item: a gamma law with a mean and a shape (the
 * inverse square of the coefficient of variation).
 *
 * <p>Source: the gamma-Poisson update, Gelman et al., Bayesian Data Analysis (3rd ed.), 2.6, with
 * demand divided by its spread for more variation than a count has. Worked: mean 10 with shape 2
 * after 30 sold in 2 steps of usual size and spread 1: {@code (2 + 30) / (0.2 + 2)} = 14.545 with
 * shape 32.
 */
record Level(double mean, double shape) {

  /** After {@code sold} in steps that usually sell {@code steps} times the mean. */
  Level after(double sold, double steps, double spread) {
    double counted = shape + sold / spread;
    return new Level(counted / (shape / mean + steps / spread), counted);
  }

  /**
   * One value by chance. Source: Marsaglia and Tsang (2000); for a shape below 1 by the power of a
   * uniform number.
   */
  double drawn(Random random) {
    if (shape < 1) {
      double more = new Level(mean * (shape + 1) / shape, shape + 1).drawn(random);
      return more * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
        return d * v * mean / shape;
      }
    }
  }
}
