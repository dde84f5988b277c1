package org.millrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.millrace.crm.Outcome.Act;
import org.millrace.shared.Refused;

/** Whatever is done with an opportunity, its stages follow each other without a gap. */
class AnyWayOfAnOpportunityTest {
  /** An act so many minutes after the last, towards one of the next stages or a wrong one. */
  record Tried(Act act, int minutes, boolean isWrong) {}

  @Provide
  Arbitrary<List<Tried>> acts() {
    Arbitrary<Act> act =
        Arbitraries.frequency(
            Tuple.of(6, Act.STAGE), Tuple.of(3, Act.CHANGE), Tuple.of(1, Act.CLOSE));
    return Combinators.combine(
            act,
            Arbitraries.integers().between(-1, 500),
            Arbitraries.integers().between(1, 9).map(n -> n == 9))
        .as(Tried::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void entersEachStageWhenItLeavesTheOneBefore(@ForAll("acts") List<Tried> acts) {
    Opportunity opportunity = OpportunityTest.opened();
    Instant now = OpportunityTest.START;
    for (Tried tried : acts) {
      Instant then = now.plusSeconds(60L * tried.minutes());
      boolean isAccepted = true;
      try {
        opportunity = after(opportunity, tried, then);
        now = tried.minutes() < 0 ? now : then;
      } catch (Refused refused) {
        isAccepted = false;
      }
      Statistics.label("accepted").collect(isAccepted);
      check(opportunity);
      if (opportunity.outcome() != Outcome.OPEN) {
        opportunity = OpportunityTest.opened();
        now = OpportunityTest.START;
      }
    }
    Statistics.label("accepted").coverage(AnyWayOfAnOpportunityTest::atLeastHalf);
  }

  private static void atLeastHalf(StatisticsCoverage coverage) {
    coverage.check(true).percentage(percent -> percent >= 50);
  }

  private static Opportunity after(Opportunity opportunity, Tried tried, Instant then) {
    return switch (tried.act()) {
      case STAGE -> opportunity.moved(stage(opportunity, tried), then, Optional.empty());
      case CHANGE ->
          opportunity.changed(
              new Opportunity.Outlook(
                  tried.isWrong() ? " " : "Other",
                  opportunity.owner(),
                  opportunity.expectedCloseDate(),
                  opportunity.location()),
              List.of(OpportunityTest.line(tried.isWrong() ? 1 : 3)));
      case CLOSE ->
          tried.isWrong()
              ? opportunity.lost("Too dear", then)
              : opportunity.won(Optional.empty(), then);
    };
  }

  private static Stage stage(Opportunity opportunity, Tried tried) {
    return tried.isWrong() ? opportunity.stage() : opportunity.stage().next().get(0);
  }

  private static void check(Opportunity opportunity) {
    List<Opportunity.StageEntry> stages = opportunity.stages();
    for (int i = 0; i + 1 < stages.size(); i++) {
      assertThat(stages.get(i).leftAt()).contains(stages.get(i + 1).enteredAt());
      assertThat(stages.get(i).stage().next()).contains(stages.get(i + 1).stage());
      assertThat(stages.get(i).entry()).isEqualTo(i + 1);
    }
    Opportunity.StageEntry last = stages.get(stages.size() - 1);
    assertThat(last.stage()).isEqualTo(opportunity.stage());
    assertThat(last.enteredAt()).isEqualTo(opportunity.stageSince());
    assertThat(last.leftAt()).isEqualTo(opportunity.closedAt());
    assertThat(opportunity.closedAt().isPresent()).isEqualTo(opportunity.outcome() != Outcome.OPEN);
  }
}
