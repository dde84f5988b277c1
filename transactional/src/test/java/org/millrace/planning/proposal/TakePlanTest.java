package org.millrace.planning.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.WHEEL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.millrace.TestingMasters;
import org.millrace.item.ItemCode;
import org.millrace.outbox.TestingEvents;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalMade;
import org.millrace.planning.ProposalState;
import org.millrace.planning.ProposalWithdrawn;
import org.millrace.planning.Source;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** What a new plan does to the proposals before it, in memory. */
class TakePlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final TestingProposals proposals = new TestingProposals();
  private final TestingEvents events = new TestingEvents();
  private final TakePlan take = new TakePlan(proposals, new TestingMasters().items(), events);

  @Example
  void putsTheProposalsOfAPlanInPlaceOfTheOpenOnesBefore() {
    assertThat(counts(taken("V1", DAY, wheels("A", 10), wheels("B", 5), wheels("C", 1))))
        .isEqualTo("3 made, 0 changed, 0 withdrawn, 0 unchanged, 0 decided");
    decide("C", ProposalState.REJECTED);
    assertThat(counts(taken("V2", DAY, wheels("A", 10), wheels("C", 2), wheels("D", 7))))
        .isEqualTo("1 made, 0 changed, 1 withdrawn, 1 unchanged, 1 decided");
    assertThat(proposals.in(ProposalState.OPEN)).containsExactly("A", "D");
    assertThat(proposals.in(ProposalState.WITHDRAWN)).containsExactly("B");
    assertThat(proposals.one("C").quantity()).isEqualTo(Quantity.of(1));
    assertThat(counts(taken("V3", DAY, wheels("A", 11), wheels("B", 5), wheels("D", 7))))
        .isEqualTo("1 made, 1 changed, 0 withdrawn, 1 unchanged, 0 decided");
    assertThat(events.told()).filteredOn(ProposalWithdrawn.class::isInstance).hasSize(1);
    assertThat(events.told()).filteredOn(ProposalMade.class::isInstance).hasSize(6);
  }

  @Example
  void takesNoPlanOfAnEarlierDay() {
    taken("V1", DAY, wheels("A", 10));
    taken("V0", DAY, wheels("A", 10));
    assertThatThrownBy(() -> taken("V2", DAY.minusDays(1), wheels("A", 10)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessageContaining("Plan V2 is of 2026-03-01; plan V")
        .hasMessageEndingWith(
            "of 2026-03-02 was taken before. Only a plan of that day or later can take its place.");
  }

  @Example
  void namesEachProposalThatNoDocumentCanCarryOut() {
    refused(
        () ->
            taken(
                "V1",
                DAY,
                proposed("A", FITTING, Source.BUY, 1),
                proposed("B", new ItemCode("HORN"), Source.BUY, 1),
                proposed("C", BELL, Source.MAKE, 1)),
        "Plan V1 cannot be taken: proposals.A.item is 'FITTING', expected a registered item that is"
            + " kept in stock; proposals.B.item is 'HORN', expected a registered item that is kept"
            + " in stock; proposals.C.source is 'make', expected buy, as item BELL has no bill of"
            + " material");
    refused(
        () -> taken("V1", DAY, wheels("A", 1), wheels("A", 2)),
        "Plan V1 cannot be taken: proposals.A is 'named again', expected each proposal once");
    assertThat(events.told()).isEmpty();
  }

  @Example
  void namesNoMoreThanPeopleRead() {
    NewPlan.Proposed[] many =
        IntStream.range(0, 200)
            .mapToObj(i -> proposed("P" + i, FITTING, Source.BUY, 1))
            .toArray(NewPlan.Proposed[]::new);
    assertThatThrownBy(() -> taken("V1", DAY, many))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.problems()).hasSize(50));
  }

  /** A plan of these proposals with that quantity each, or a decision on one of them. */
  private record Act(boolean isPlan, Set<String> ids, int quantity) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Set<String>> ids = Arbitraries.of("A", "B", "C", "D").set().ofMinSize(1);
    return Combinators.combine(Arbitraries.of(true, true, false), ids, Arbitraries.of(1, 2))
        .as(Act::new)
        .list()
        .ofMaxSize(10);
  }

  /** After each plan exactly those of it are open on which nobody decided, with its figures. */
  @Property(tries = 300)
  void leavesOpenWhatTheLatestPlanProposesAndNobodyDecided(@ForAll("acts") List<Act> acts) {
    new TakePlanTest().follow(acts);
    Statistics.label("accepted").coverage(c -> c.check(true).percentage(p -> p >= 50));
  }

  private void follow(List<Act> acts) {
    Map<String, ProposalState> decided = new TreeMap<>();
    int plans = 0;
    for (Act act : acts) {
      boolean isAccepted = true;
      if (act.isPlan()) {
        TakenPlan plan =
            taken(
                "V" + plans++,
                DAY,
                act.ids().stream()
                    .map(id -> wheels(id, act.quantity()))
                    .toArray(NewPlan.Proposed[]::new));
        assertThat(plan.made() + plan.changed() + plan.unchanged() + plan.decided())
            .isEqualTo(act.ids().size());
        assertThat(plan.decided())
            .isEqualTo((int) act.ids().stream().filter(decided::containsKey).count());
        assertThat(proposals.in(ProposalState.OPEN))
            .containsExactlyElementsOf(
                act.ids().stream()
                    .filter(id -> !decided.containsKey(id))
                    .sorted()
                    .collect(Collectors.toList()))
            .allSatisfy(
                id ->
                    assertThat(proposals.one(id).quantity())
                        .isEqualTo(Quantity.of(act.quantity())));
        int told = events.told().size();
        assertThat(counts(again(act, "V" + plans++))).contains("0 made, 0 changed, 0 withdrawn");
        assertThat(events.told()).hasSize(told);
      } else {
        String id = act.ids().iterator().next();
        ProposalState end = act.quantity() == 1 ? ProposalState.APPROVED : ProposalState.REJECTED;
        isAccepted = proposals.in(ProposalState.OPEN).contains(id);
        if (isAccepted) {
          decide(id, end);
          decided.put(id, end);
        }
      }
      Statistics.label("accepted").collect(isAccepted);
      decided.forEach((id, state) -> assertThat(proposals.one(id).state()).isEqualTo(state));
    }
  }

  private TakenPlan again(Act act, String version) {
    return taken(
        version,
        DAY,
        act.ids().stream().map(id -> wheels(id, act.quantity())).toArray(NewPlan.Proposed[]::new));
  }

  private void decide(String id, ProposalState end) {
    StoredProposal before = proposals.named(COMPANY, new ProposalId(id));
    Proposal.Decision decision =
        new Proposal.Decision("anna", NOW, Optional.empty(), Optional.empty(), Optional.empty());
    proposals.put(COMPANY, List.of(before.next(before.proposal().decided(end, decision))));
  }

  private TakenPlan taken(String version, LocalDate asOf, NewPlan.Proposed... proposed) {
    return take.taken(COMPANY, new NewPlan(version, asOf, Arrays.asList(proposed)), NOW);
  }

  private static String counts(TakenPlan plan) {
    return "%d made, %d changed, %d withdrawn, %d unchanged, %d decided"
        .formatted(plan.made(), plan.changed(), plan.withdrawn(), plan.unchanged(), plan.decided());
  }

  private static NewPlan.Proposed wheels(String id, int quantity) {
    return proposed(id, WHEEL, Source.BUY, quantity);
  }

  private static NewPlan.Proposed proposed(String id, ItemCode item, Source source, int quantity) {
    return new NewPlan.Proposed(
        new ProposalId(id),
        item,
        source,
        Quantity.of(quantity),
        Optional.empty(),
        DAY,
        DAY.plusDays(7),
        DAY.plusDays(7),
        Optional.empty());
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
