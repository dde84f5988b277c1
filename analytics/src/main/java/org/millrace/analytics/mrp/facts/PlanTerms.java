package org.millrace.analytics.mrp.facts;

import java.time.LocalDate;

/** From which day, how far and how coarsely to plan, and what to leave alone. */
public record PlanTerms(
    LocalDate asOf, int horizonDays, Bucket bucket, int frozenDays, Rescheduling rescheduling) {

  private static final int DAYS_A_WEEK = 7;
  private static final int LONGEST_HORIZON = 3660;

  /** Needs of one bucket are ordered together, for the first of them. */
  public enum Bucket {
    DAY,
    WEEK
  }

  /**
   * When to move what is on its way: a receipt due at most so many days after a need is pulled in
   * instead of ordering again; one needed more than so many days after it is due is to be put off.
   */
  public record Rescheduling(int inWithinDays, int outAfterDays) {

    public Rescheduling {
      if (inWithinDays < 0 || outAfterDays < 0) {
        throw new IllegalArgumentException(
            "Rescheduling days must be 0 or more, got %d and %d"
                .formatted(inWithinDays, outAfterDays));
      }
    }
  }

  public PlanTerms {
    if (horizonDays < 1 || horizonDays > LONGEST_HORIZON) {
      throw new IllegalArgumentException(
          "A plan looks 1 to %d days ahead, got %d".formatted(LONGEST_HORIZON, horizonDays));
    }
    if (frozenDays < 0 || frozenDays >= horizonDays) {
      throw new IllegalArgumentException(
          "The frozen zone must be 0 days or more and end within the %d days of the plan, got %d"
              .formatted(horizonDays, frozenDays));
    }
  }

  /** Weekly buckets, nothing frozen, receipts moved within four weeks or after one. */
  public static PlanTerms weeks(LocalDate asOf, int weeks) {
    return new PlanTerms(asOf, weeks * DAYS_A_WEEK, Bucket.WEEK, 0, new Rescheduling(28, 7));
  }

  public PlanTerms withBucket(Bucket other) {
    return new PlanTerms(asOf, horizonDays, other, frozenDays, rescheduling);
  }

  /** Proposals start after so many days only; what stands before is the planner's. */
  public PlanTerms withFrozenDays(int days) {
    return new PlanTerms(asOf, horizonDays, bucket, days, rescheduling);
  }

  public PlanTerms withRescheduling(Rescheduling other) {
    return new PlanTerms(asOf, horizonDays, bucket, frozenDays, other);
  }

  /** The week of a day counted from the as-of day; weeks begin on Monday. */
  public int week(int day) {
    return (day + asOf.getDayOfWeek().getValue() - 1) / DAYS_A_WEEK;
  }

  /** Monday of a week. */
  public LocalDate monday(int week) {
    return asOf.minusDays(asOf.getDayOfWeek().getValue() - 1L).plusWeeks(week);
  }

  /** The bucket of a day. */
  public int bucketOf(int day) {
    return bucket == Bucket.DAY ? day : week(day);
  }
}
