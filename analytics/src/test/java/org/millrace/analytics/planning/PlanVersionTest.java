package org.millrace.analytics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.planning.PlanVersion.Stored;

class PlanVersionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static Proposal proposal(String item, double quantity) {
    return new Proposal(
        item + "@" + DAY, item, Source.BUY, quantity, 1, new Proposal.Dates(DAY, DAY, DAY, DAY));
  }

  @Test
  void theFirstPlanIsVersionOne() {
    assertThat(PlanVersion.of(DAY, List.of(), List.of()).number()).isEqualTo(1);
    assertThat(PlanVersion.of(DAY, List.of(), List.of()).before()).isEmpty();
  }

  @Test
  void aPlanOfLongAgoIsNotOneToCompareWith() {
    Stored last = new Stored(5, DAY.minusMonths(1), List.of());
    Stored older = new Stored(5, DAY.minusMonths(1).minusDays(1), List.of());

    assertThat(PlanVersion.of(DAY, List.of(), List.of(last)).before()).contains(last);
    assertThat(PlanVersion.of(DAY, List.of(), List.of(older)))
        .isEqualTo(new PlanVersion(6, Optional.empty()));
  }

  @Test
  void theSameProposalsForTheSameDayAreTheSameVersion() {
    Stored first = new Stored(4, DAY, List.of(proposal("A", 1)));
    Stored second = new Stored(5, DAY, List.of(proposal("A", 2), proposal("B", 3)));
    PlanVersion version =
        PlanVersion.of(DAY, List.of(proposal("B", 3), proposal("A", 2)), List.of(second, first));

    assertThat(version.number()).isEqualTo(5);
    assertThat(version.before()).contains(first);
  }

  @Test
  void anotherQuantityOrDayIsTheNextVersion() {
    Stored last = new Stored(5, DAY, List.of(proposal("A", 2)));

    assertThat(PlanVersion.of(DAY, List.of(proposal("A", 3)), List.of(last)).number()).isEqualTo(6);
    assertThat(PlanVersion.of(DAY.plusDays(1), List.of(proposal("A", 2)), List.of(last)))
        .isEqualTo(new PlanVersion(6, Optional.of(last)));
    assertThat(PlanVersion.of(DAY, List.of(), List.of(last)).lastDropped()).isEqualTo(1);
  }
}
