package org.millrace.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How an analysis went for each company the last time, and when one that failed is tried again. */
public final class CompanyOutcomes {
  /** Stands for all companies, where the analysis failed before it came to one. */
  public static final String ALL = "*";

  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final Clock clock;
  private final Map<String, Outcome> outcomes = new TreeMap<>();
  private long turns;

  public CompanyOutcomes(Clock clock) {
    this.clock = clock;
  }

  /**
   * The last run of a company.
   *
   * @param asOf the day it was made for, nothing where it did not come so far
   * @param reason why it failed, empty where it did not
   * @param failures how often it has failed in a row
   */
  public record Outcome(
      String company, Optional<LocalDate> asOf, Instant at, String reason, int failures) {

    public boolean isFailed() {
      return failures > 0;
    }

    /** When it is tried again: a minute after the first failure, twice as long after each next. */
    public Instant nextTry() {
      return at.plus(FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
    }
  }

  /** A company's figures were made. */
  public synchronized void done(String company, LocalDate asOf) {
    put(new Outcome(company, Optional.of(asOf), clock.instant(), "", 0));
  }

  /** A company's figures could not be made; those before stand as they were. */
  public synchronized void failed(String company, Optional<LocalDate> asOf, Throwable why) {
    int before = Optional.ofNullable(outcomes.get(company)).map(Outcome::failures).orElse(0);
    String reason = String.valueOf(why.getMessage() == null ? why : why.getMessage());
    put(new Outcome(company, asOf, clock.instant(), firstLine(reason), before + 1));
  }

  /** The analysis came through to its companies. */
  public synchronized void came() {
    if (outcomes.remove(ALL) != null) {
      turns++;
    }
  }

  private void put(Outcome outcome) {
    outcomes.put(outcome.company(), outcome);
    turns++;
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 300 ? line.substring(0, 300) + "..." : line;
  }

  /** Takes over what an earlier process knew. */
  public synchronized void recall(Collection<Outcome> known) {
    known.forEach(outcome -> outcomes.putIfAbsent(outcome.company(), outcome));
  }

  /** True while a company that failed waits for its next try. */
  public synchronized boolean isResting(String company) {
    return Optional.ofNullable(outcomes.get(company))
        .filter(Outcome::isFailed)
        .filter(outcome -> clock.instant().isBefore(outcome.nextTry()))
        .isPresent();
  }

  /** True when one that failed is to be tried again now. */
  public synchronized boolean isRetryDue() {
    return outcomes.values().stream()
        .filter(Outcome::isFailed)
        .anyMatch(outcome -> !clock.instant().isBefore(outcome.nextTry()));
  }

  public synchronized List<Outcome> all() {
    return List.copyOf(outcomes.values());
  }

  /** Moves with each outcome. */
  public synchronized long turns() {
    return turns;
  }
}
