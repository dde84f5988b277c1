package org.millrace.analytics.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** The forecast of one item: the weeks ahead, why this method, and how it did in the past. */
public record ItemForecast(String item, Choice choice, List<Week> weeks, List<PastWeek> past) {

  public ItemForecast {
    weeks = List.copyOf(weeks);
    past = List.copyOf(past);
  }

  /**
   * The method chosen, its WAPE in the rolling-origin test as a fraction (empty when nothing was
   * tested or sold) and the reason in one sentence.
   */
  public record Choice(String method, OptionalDouble error, String reason) {}

  /** Units expected in the week that begins on this Monday, and the 80 % interval around them. */
  public record Week(LocalDate monday, double forecast, double low80, double high80) {}

  /** Units sold in a past week, and what the method had said the week before. */
  public record PastWeek(LocalDate monday, double actual, double forecast) {}
}
