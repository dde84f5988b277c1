package org.millrace.analytics.mrp.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;

class PlanDifferenceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private static Proposal bikes(int day, double quantity) {
    LocalDate due = DAY.plusDays(day);
    return new Proposal(
        "bike@" + due, "bike", Source.MAKE, quantity, 1, new Proposal.Dates(due, due, due, due));
  }

  private static List<Change.Kind> kinds(PlanDifference difference) {
    return difference.changes().stream().map(Change::kind).toList();
  }

  @Test
  void findsTheWorkedChangeRate() {
    PlanDifference difference =
        PlanDifference.between(
            List.of(bikes(0, 70), bikes(7, 30)), List.of(bikes(0, 70), bikes(7, 20), bikes(14, 5)));

    assertThat(kinds(difference)).containsExactly(Change.Kind.RESIZED, Change.Kind.ADDED);
    assertThat(difference.changeRate().orElseThrow()).isCloseTo(0.15, within(1e-12));
  }

  @Test
  void aProposalThatKeepsItsIdAndHasAnotherDayHasMoved() {
    Proposal before = bikes(0, 70);
    Proposal later = bikes(1, 70);
    Proposal same =
        new Proposal(before.id(), later.item(), later.source(), later.quantity(), 1, later.dates());
    assertThat(kinds(PlanDifference.between(List.of(before), List.of(same))))
        .containsExactly(Change.Kind.MOVED);
  }

  @Test
  void tellsAMoveFromARemovalAndAnAddition() {
    PlanDifference moved = PlanDifference.between(List.of(bikes(0, 70)), List.of(bikes(7, 70)));
    PlanDifference removed = PlanDifference.between(List.of(bikes(0, 70)), List.of());

    assertThat(kinds(moved)).containsExactly(Change.Kind.MOVED);
    assertThat(moved.changeRate()).hasValue(1);
    assertThat(kinds(removed)).containsExactly(Change.Kind.REMOVED);
    assertThat(removed.changeRate()).hasValue(1);
  }

  @Test
  void measuresTheFrozenZoneAlone() {
    PlanDifference difference =
        PlanDifference.between(
            List.of(bikes(0, 40), bikes(7, 30)), List.of(bikes(0, 30), bikes(7, 3)));

    assertThat(difference.amounts(DAY.plusDays(7)).changeRate()).hasValue(0.25);
  }

  @Test
  void countsWhatWasToStartInTheFrozenZoneThoughItIsDueAfterIt() {
    LocalDate due = DAY.plusDays(20);
    Proposal started =
        new Proposal(
            "bike@" + due, "bike", Source.MAKE, 40, 1, new Proposal.Dates(DAY, due, due, due));
    PlanDifference difference = PlanDifference.between(List.of(started), List.of());

    assertThat(difference.amounts(DAY.plusDays(7))).isEqualTo(new PlanDifference.Amounts(40, 40));
    assertThat(difference.amounts(DAY)).isEqualTo(new PlanDifference.Amounts(0, 0));
  }

  @Test
  void aMoveIntoOrOutOfTheFrozenZoneIsAChangeOfIt() {
    List<Proposal> within = List.of(bikes(1, 40), bikes(3, 60));
    PlanDifference out = PlanDifference.between(within, List.of(bikes(1, 40), bikes(9, 60)));
    List<Proposal> beyond = List.of(bikes(1, 40), bikes(9, 60));
    PlanDifference in = PlanDifference.between(beyond, within);

    assertThat(out.amounts(DAY.plusDays(7)).changeRate()).hasValue(0.6);
    assertThat(in.amounts(DAY.plusDays(7)).changeRate()).hasValue(1.5);
  }

  @Test
  void nothingPlannedHasNoRate() {
    PlanDifference difference = PlanDifference.between(List.of(), List.of(bikes(0, 1)));

    assertThat(difference.changeRate()).isEmpty();
    assertThat(difference.changes().get(0).item()).isEqualTo("bike");
  }
}
