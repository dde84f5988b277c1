package org.millrace.analytics.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.forecast.intermittent.DemandPattern;

/** The forecast of one series: the periods ahead, why this method, and how it did in the past. */
public record DemandForecast(
    String name, Choice choice, List<Ahead> ahead, List<Past> past, List<Tested> tested) {

  public DemandForecast {
    ahead = List.copyOf(ahead);
    past = List.copyOf(past);
    tested = List.copyOf(tested);
  }

  /**
   * The method chosen and how the demand comes; its WAPE and that of the seasonal naive in the
   * rolling-origin test as fractions (empty when nothing was tested or sold); the reason in words.
   */
  public record Choice(
      String method,
      DemandPattern pattern,
      OptionalDouble error,
      OptionalDouble naiveError,
      Reason reason) {

    /** The method of what never sold. */
    static final String UNSOLD = "Not sold yet";

    /** Whether there is no history to forecast from, and so no interval. */
    boolean isUnsold() {
      return method.equals(UNSOLD);
    }
  }

  /** The same sentences in both languages. */
  public record Reason(String en, String zh) {}

  /** Units between which the demand of a period lies with a probability. */
  public record Interval(double low, double high) {

    /** Whether so much lies within. */
    public boolean holds(double units) {
      return units >= low && units <= high;
    }
  }

  /** What is expected of the period that begins on this day, and what seasonal naive says. */
  public record Ahead(
      LocalDate period, double forecast, double naive, Interval within80, Interval within95) {}

  /**
   * What happened in a past period, and what the method had said the period before; the interval is
   * empty while too few errors were known then.
   */
  public record Past(
      LocalDate period, double actual, double forecast, Optional<Interval> within95) {}

  /** How the method did so many steps ahead, from all origins. */
  public record Tested(ErrorSums errors, Coverage coverage) {}
}
