package org.millrace.demo.market;

import java.time.LocalDate;

/** How demand moves over the months of a year; 1 is an average month. */
public enum Season {
  RIDING(0.55, 0.65, 1.15, 1.45, 1.60, 1.45, 1.20, 1.00, 0.90, 0.75, 0.65, 0.65),
  GIFTS(0.60, 0.65, 1.10, 1.30, 1.40, 1.30, 1.00, 0.90, 0.80, 0.80, 1.00, 1.15),
  DARK(1.10, 0.90, 0.70, 0.55, 0.50, 0.50, 0.60, 0.80, 1.20, 1.70, 1.80, 1.65),
  LEVEL(0.90, 0.90, 1.00, 1.10, 1.10, 1.10, 1.05, 1.00, 1.00, 0.95, 0.95, 0.95);

  private static final double GROWTH_A_YEAR = 0.12;
  private static final double DAYS_A_YEAR = 365.25;

  private final double[] months;

  Season(double... months) {
    this.months = months;
  }

  public double factor(LocalDate day) {
    return months[day.getMonthValue() - 1];
  }

  /** Steady growth since the first day: 12 % a year. */
  public static double trend(LocalDate first, LocalDate day) {
    double years = (day.toEpochDay() - first.toEpochDay()) / DAYS_A_YEAR;
    return 1 + GROWTH_A_YEAR * years;
  }
}
