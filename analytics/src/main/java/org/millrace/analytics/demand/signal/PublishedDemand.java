package org.millrace.analytics.demand.signal;

import java.util.OptionalDouble;

/**
 * The demand that is published for one item and week, in parts that add up to it: what is on open
 * orders, and what is expected beyond them of the base, of campaigns and of opportunities. Open
 * orders are the first part of what was expected to come true, so they take the place of base, then
 * of campaigns, then of opportunities. A planner's override is published in place of the sum; the
 * parts stay.
 *
 * <p>Worked: statistical 100, campaigns 20, opportunities 15, on order 110: ordered 110, base 0,
 * campaigns 10, opportunities 15, published 135. With 200 on order: 200, nothing beyond it. A
 * campaign may lower demand: campaigns -40 with 30 on order are base 70, campaigns -40, published
 * 75; with 80 on order they lower what is left of the base, 20, by 20.
 */
public record PublishedDemand(
    double ordered, double base, double campaigns, double opportunities, OptionalDouble override) {

  /** What is expected before open orders are looked at. */
  public record Expected(double statistical, double campaigns, double opportunities) {}

  /** Nets the expected demand against open orders. */
  public static PublishedDemand of(Expected expected, double ordered, OptionalDouble override) {
    double base = Math.max(0, expected.statistical - ordered);
    double past = Math.max(0, ordered - expected.statistical);
    double campaigns =
        expected.campaigns < 0
            ? 0 - Math.min(base, -expected.campaigns)
            : Math.max(0, expected.campaigns - past);
    double lifted = Math.max(0, expected.statistical + expected.campaigns);
    double opportunities = Math.max(0, expected.opportunities - Math.max(0, ordered - lifted));
    return new PublishedDemand(ordered, base, campaigns, opportunities, override);
  }

  /** The same with a planner's figure in the place of the sum. */
  PublishedDemand overriddenBy(double quantity) {
    return new PublishedDemand(
        ordered, base, campaigns, opportunities, OptionalDouble.of(quantity));
  }

  /** What the figures say without a planner. */
  public double sum() {
    return ordered + base + campaigns + opportunities;
  }

  /** The override where there is one, else the sum of the parts. */
  public double published() {
    return override.orElse(sum());
  }

  /** What is published beyond open orders, not below 0; for who counts those by themselves. */
  public double beyondOrders() {
    return Math.max(0, published() - ordered);
  }
}
