package org.millrace.analytics.forecast.search;

/** How badly a point fits and in which direction it gets worse; infinity is never taken. */
@FunctionalInterface
public interface Slope {

  /** The loss at a point; writes its derivative by each parameter into {@code gradient}. */
  double at(double[] point, double[] gradient);
}
