package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.analytics.mrp.Proposal;

/**
 * The number of a plan and the one it is compared with, if that is at most a month older: what
 * changed since longer ago tells nothing of how steady plans are. A plan for the same day with the
 * same proposals as the last one is the same version; any other one is the next.
 */
public record PlanVersion(long number, Optional<Stored> before) {

  /** How many versions are stored. */
  public static final int MOST = 5;

  /** A plan as it was stored, its proposals in any order. */
  public record Stored(long number, LocalDate asOf, List<Proposal> proposals) {

    public Stored {
      proposals = List.copyOf(proposals);
    }

    boolean isSame(LocalDate day, List<Proposal> others) {
      return asOf.equals(day) && sorted(proposals).equals(sorted(others));
    }

    private static List<Proposal> sorted(List<Proposal> proposals) {
      return proposals.stream().sorted(Comparator.comparing(Proposal::id)).toList();
    }
  }

  /** The proposals of the latest version stored that a plan of that day can continue. */
  public static List<Proposal> before(LocalDate asOf, List<Stored> stored) {
    return stored.stream()
        .max(Comparator.comparing(Stored::number))
        .filter(latest -> !latest.asOf().isAfter(asOf) && isRecent(latest, asOf))
        .map(Stored::proposals)
        .orElse(List.of());
  }

  private static boolean isRecent(Stored plan, LocalDate asOf) {
    return !plan.asOf().isBefore(asOf.minusMonths(1));
  }

  /** The version of a new plan beside those stored, in any order. */
  public static PlanVersion of(LocalDate asOf, List<Proposal> proposals, List<Stored> stored) {
    List<Stored> latestFirst =
        stored.stream().sorted(Comparator.comparing(Stored::number).reversed()).toList();
    if (latestFirst.isEmpty()) {
      return new PlanVersion(1, Optional.empty());
    }
    Stored latest = latestFirst.get(0);
    boolean isSame = latest.isSame(asOf, proposals);
    Optional<Stored> before =
        isSame ? latestFirst.stream().skip(1).findFirst() : Optional.of(latest);
    return new PlanVersion(
        isSame ? latest.number() : latest.number() + 1,
        before.filter(plan -> isRecent(plan, asOf)));
  }

  /** The last version that is no longer stored. */
  public long lastDropped() {
    return number - MOST;
  }
}
