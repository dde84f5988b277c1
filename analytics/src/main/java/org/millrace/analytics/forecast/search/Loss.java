package org.millrace.analytics.forecast.search;

/** How badly a point fits; smaller is better, infinity is never taken. */
@FunctionalInterface
public interface Loss {

  /** The loss at a point, which is neither kept nor changed. */
  double at(double... point);
}
