package org.millrace.analytics.mrp.version;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millrace.analytics.mrp.Plan;
import org.millrace.analytics.mrp.Proposal;

/**
 * What changed between two versions of a plan. Proposals with the same id are the same one, which
 * moved where its day is another; those left over are paired in the order of their days and count
 * as moved.
 */
public final class PlanDifference {

  private static final Comparator<Proposal> BY_DAY =
      Comparator.<Proposal, LocalDate>comparing(proposal -> proposal.dates().due())
          .thenComparing(Proposal::id);

  private final List<Proposal> before;
  private final List<Change> changes = new ArrayList<>();

  private PlanDifference(List<Proposal> before) {
    this.before = List.copyOf(before);
  }

  /** The difference of two plans. */
  public static PlanDifference between(Plan before, Plan after) {
    return between(before.proposals(), after.proposals());
  }

  /** The difference of the proposals of two plans, as they were stored. */
  public static PlanDifference between(List<Proposal> before, List<Proposal> after) {
    PlanDifference difference = new PlanDifference(before);
    Map<String, Sides> byItem = new TreeMap<>();
    before.forEach(
        proposal ->
            byItem.computeIfAbsent(proposal.item(), item -> new Sides()).before.add(proposal));
    after.forEach(
        proposal ->
            byItem.computeIfAbsent(proposal.item(), item -> new Sides()).after.add(proposal));
    byItem.values().forEach(difference::compare);
    return difference;
  }

  /** The changes by item, then by day. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * Changed quantity divided by the quantity planned before; empty when nothing was planned.
   * Worked: 70 and 30 planned, then 70, 20 and 5: (10 + 5) / 100 = 0.15.
   */
  public OptionalDouble changeRate() {
    return amounts(LocalDate.MAX).changeRate();
  }

  /** What the plan before was to start before a day, and what of that changed: the frozen zone. */
  public Amounts amounts(LocalDate until) {
    double planned =
        before.stream()
            .filter(proposal -> proposal.dates().start().isBefore(until))
            .mapToDouble(Proposal::quantity)
            .sum();
    double changed =
        changes.stream()
            .filter(change -> change.firstStart().isBefore(until))
            .mapToDouble(Change::quantity)
            .sum();
    return new Amounts(planned, changed);
  }

  /** Quantity planned before, and quantity changed. */
  public record Amounts(double planned, double changed) {

    /** Empty when nothing was planned. */
    public OptionalDouble changeRate() {
      return planned == 0 ? OptionalDouble.empty() : OptionalDouble.of(changed / planned);
    }
  }

  private void compare(Sides sides) {
    List<Change> ofItem = new ArrayList<>();
    Map<String, Proposal> unmatched = new TreeMap<>();
    sides.before.forEach(proposal -> unmatched.put(proposal.id(), proposal));
    Deque<Proposal> left = new ArrayDeque<>();
    for (Proposal proposal : sides.after.stream().sorted(BY_DAY).toList()) {
      Proposal same = unmatched.remove(proposal.id());
      if (same == null) {
        left.add(proposal);
      } else if (!same.dates().due().equals(proposal.dates().due())) {
        ofItem.add(change(Change.Kind.MOVED, same, proposal));
      } else if (same.quantity() != proposal.quantity()) {
        ofItem.add(change(Change.Kind.RESIZED, same, proposal));
      }
    }
    for (Proposal gone : unmatched.values().stream().sorted(BY_DAY).toList()) {
      @Nullable Proposal moved = left.poll();
      ofItem.add(change(moved == null ? Change.Kind.REMOVED : Change.Kind.MOVED, gone, moved));
    }
    left.forEach(added -> ofItem.add(change(Change.Kind.ADDED, null, added)));
    ofItem.sort(Comparator.comparing(Change::firstDay));
    changes.addAll(ofItem);
  }

  private static Change change(
      Change.Kind kind, @Nullable Proposal before, @Nullable Proposal after) {
    return new Change(kind, Optional.ofNullable(before), Optional.ofNullable(after));
  }

  /** The proposals of one item in both plans. */
  private static final class Sides {

    private final List<Proposal> before = new ArrayList<>();
    private final List<Proposal> after = new ArrayList<>();
  }
}
