package org.millrace.analytics.mrp.capacity;

import java.time.LocalDate;
import java.util.List;

/** A week of a work centre: hours asked, hours there, and what each job asks. */
public record LoadWeek(
    String workCentre, LocalDate monday, double load, double capacity, List<Share> shares) {

  /** The hours of one job in this week. */
  public record Share(String job, double hours) {}

  private static final double ROUNDING = 1e-9;

  public LoadWeek {
    shares = List.copyOf(shares);
  }

  /** Whether more is asked than is there. */
  public boolean isOverload() {
    return load > capacity * (1 + ROUNDING) + ROUNDING;
  }

  /** Hours asked above those there. */
  public double excess() {
    return Math.max(0, load - capacity);
  }
}
