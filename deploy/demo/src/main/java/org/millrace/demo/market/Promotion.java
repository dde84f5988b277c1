package org.millrace.demo.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Arrays;
import java.util.Optional;

/** A price off for everyone during some days of each year, and how much more is then ordered. */
public enum Promotion {
  BLACK_WEEK(MonthDay.of(11, 21), MonthDay.of(11, 28), "0.88", 1.6),
  SPRING_START(MonthDay.of(3, 14), MonthDay.of(3, 28), "0.93", 1.35),
  SUMMER_END(MonthDay.of(8, 22), MonthDay.of(9, 5), "0.90", 1.3);

  private final MonthDay from;
  private final MonthDay to;
  private final BigDecimal rate;
  private final double uplift;

  Promotion(MonthDay from, MonthDay to, String rate, double uplift) {
    this.from = from;
    this.to = to;
    this.rate = new BigDecimal(rate);
    this.uplift = uplift;
  }

  public static Optional<Promotion> on(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return Arrays.stream(values())
        .filter(p -> !date.isBefore(p.from) && !date.isAfter(p.to))
        .findFirst();
  }

  public LocalDate start(Year year) {
    return from.atYear(year.getValue());
  }

  /** The last day. */
  public LocalDate end(Year year) {
    return to.atYear(year.getValue());
  }

  public static double uplift(LocalDate day) {
    return on(day).map(p -> p.uplift).orElse(1.0);
  }

  /** The list price on that day, in cents. */
  public static BigDecimal price(BigDecimal list, LocalDate day) {
    return on(day).map(p -> list.multiply(p.rate).setScale(2, RoundingMode.HALF_UP)).orElse(list);
  }
}
