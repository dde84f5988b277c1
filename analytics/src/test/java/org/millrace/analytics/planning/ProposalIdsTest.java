package org.millrace.analytics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.planning.CompanyFacts.DecidedProposal;
import org.millrace.analytics.planning.CompanyFacts.Decision;

class ProposalIdsTest {

  private static final LocalDate DUE = LocalDate.of(2026, 6, 8);
  private static final String FIRST = "BIKE@2026-06-08";
  private static final String SECOND = "BIKE@2026-06-08#2";

  private static Proposal proposal(String id, double quantity) {
    return new Proposal(
        id, "BIKE", Source.MAKE, quantity, 1, new Proposal.Dates(DUE, DUE, DUE, DUE));
  }

  private static String idOf(double quantity, DecidedProposal... decided) {
    return new ProposalIds(List.of(decided)).of(List.of(proposal(FIRST, quantity))).get(FIRST);
  }

  @Test
  void keepsTheIdOfAProposalNobodyDecidedOn() {
    assertThat(idOf(70)).isEqualTo(FIRST);
    assertThat(idOf(70, new DecidedProposal("BIKE@2026-06-15", Decision.APPROVED, 70)))
        .isEqualTo(FIRST);
  }

  @Test
  void whatIsNeededBesideAnApprovedOneGetsTheNextNumber() {
    var approved = new DecidedProposal(FIRST, Decision.APPROVED, 70);
    var alsoApproved = new DecidedProposal(SECOND, Decision.APPROVED, 10);

    assertThat(idOf(10, approved)).isEqualTo(SECOND);
    assertThat(idOf(5, approved, alsoApproved)).isEqualTo("BIKE@2026-06-08#3");
  }

  @Test
  void aRejectedOneStaysRejectedUntilMoreIsNeeded() {
    var rejected = new DecidedProposal(FIRST, Decision.REJECTED, 70);

    assertThat(idOf(70, rejected)).isEqualTo(FIRST);
    assertThat(idOf(30, rejected)).isEqualTo(FIRST);
    assertThat(idOf(71, rejected)).isEqualTo(SECOND);
  }

  @Test
  void neverTakesTheIdOfAnotherProposalOfThePlan() {
    var approved = new DecidedProposal(FIRST, Decision.APPROVED, 70);
    var ids =
        new ProposalIds(List.of(approved)).of(List.of(proposal(FIRST, 5), proposal(SECOND, 6)));

    assertThat(ids).containsEntry(FIRST, "BIKE@2026-06-08#3").containsEntry(SECOND, SECOND);
  }
}
