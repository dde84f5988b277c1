package org.millrace.analytics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;

class ProposalIdsTest {

  private static final LocalDate DUE = LocalDate.of(2026, 6, 8);
  private static final String FIRST = "BIKE@2026-06-08";
  private static final String SECOND = "BIKE@2026-06-08#2";

  private static Proposal proposal(String id, double quantity) {
    return new Proposal(
        id, "BIKE", Source.MAKE, quantity, 1, new Proposal.Dates(DUE, DUE, DUE, DUE));
  }

  private static String idOf(double quantity, String... decided) {
    return new ProposalIds(Set.of(decided)).of(List.of(proposal(FIRST, quantity))).get(FIRST);
  }

  @Test
  void keepsTheIdOfAProposalNobodyDecidedOn() {
    assertThat(idOf(70)).isEqualTo(FIRST);
    assertThat(idOf(70, "BIKE@2026-06-15")).isEqualTo(FIRST);
  }

  @Test
  void whatIsNeededBesideOneThatWasDecidedOnGetsTheNextNumber() {
    assertThat(idOf(10, FIRST)).isEqualTo(SECOND);
    assertThat(idOf(5, FIRST, SECOND)).isEqualTo("BIKE@2026-06-08#3");
  }

  @Test
  void neverTakesTheIdOfAnotherProposalOfThePlan() {
    var ids = new ProposalIds(Set.of(FIRST)).of(List.of(proposal(FIRST, 5), proposal(SECOND, 6)));

    assertThat(ids).containsEntry(FIRST, "BIKE@2026-06-08#3").containsEntry(SECOND, SECOND);
  }
}
