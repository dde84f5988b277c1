package org.millrace.analytics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    return new ProposalIds(Set.of(decided), List.of())
        .of(List.of(proposal(FIRST, quantity)))
        .get(FIRST);
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
    var ids =
        new ProposalIds(Set.of(FIRST), List.of())
            .of(List.of(proposal(FIRST, 5), proposal(SECOND, 6)));

    assertThat(ids).containsEntry(FIRST, "BIKE@2026-06-08#3").containsEntry(SECOND, SECOND);
  }

  /** A proposal for the item, named by its day as a plan does. */
  private static Proposal due(String item, int day) {
    LocalDate due = DUE.withDayOfMonth(day);
    return new Proposal(
        item + "@" + due, item, Source.MAKE, 70, 1, new Proposal.Dates(due, due, due, due));
  }

  private static Proposal named(String id, Proposal proposal) {
    return new Proposal(
        id, proposal.item(), proposal.source(), proposal.quantity(), 1, proposal.dates());
  }

  @Test
  void aProposalThatMovesKeepsItsIdFromPlanToPlan() {
    Proposal tuesday = due("BIKE", 9);
    var ids = new ProposalIds(Set.of(), List.of(due("BIKE", 8))).of(List.of(tuesday));
    assertThat(ids).containsExactly(Map.entry("BIKE@2026-06-09", FIRST));

    Proposal wednesday = due("BIKE", 10);
    var again = new ProposalIds(Set.of(), List.of(named(FIRST, tuesday))).of(List.of(wednesday));
    assertThat(again).containsExactly(Map.entry("BIKE@2026-06-10", FIRST));
  }

  @Test
  void theSameDayGoesBeforeTheOrderOfDaysAndAnotherItemOrSourceIsAnother() {
    List<Proposal> before = List.of(due("BIKE", 8), due("BIKE", 15), due("CHAIR", 8));
    var ids = new ProposalIds(Set.of(), before).of(List.of(due("BIKE", 15), due("BIKE", 17)));
    assertThat(ids)
        .containsEntry("BIKE@2026-06-15", "BIKE@2026-06-15")
        .containsEntry("BIKE@2026-06-17", FIRST);
    Proposal bought =
        new Proposal("BIKE@2026-06-09", "BIKE", Source.BUY, 70, 1, due("BIKE", 9).dates());
    assertThat(new ProposalIds(Set.of(), before).of(List.of(bought)))
        .containsEntry("BIKE@2026-06-09", "BIKE@2026-06-09");
  }

  @Test
  void whatComesBesideOneThatMovedTakesTheNextNumber() {
    Proposal moved = named(FIRST, due("BIKE", 9));
    var ids = new ProposalIds(Set.of(), List.of(moved)).of(List.of(due("BIKE", 8), due("BIKE", 9)));
    assertThat(ids).containsEntry("BIKE@2026-06-09", FIRST).containsEntry(FIRST, SECOND);
  }

  @Test
  void whatWasDecidedOnIsNotContinued() {
    var ids = new ProposalIds(Set.of(FIRST), List.of(due("BIKE", 8))).of(List.of(due("BIKE", 9)));
    assertThat(ids).containsEntry("BIKE@2026-06-09", "BIKE@2026-06-09");
  }
}
