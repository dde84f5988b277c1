package org.millrace.analytics.planning.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.planning.CompanyFacts;
import org.millrace.analytics.planning.PlanMaking;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.planning.policy.PlanningSettings;

class PlanToPostTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  /** A plan that buys wool for orders of so many millionths. */
  private static PlanToPost posted(List<? extends Number> millionths) {
    List<Demand> demands = new ArrayList<>();
    for (Number millionth : millionths) {
      String order = "SO-" + demands.size();
      demands.add(Demand.order(order, "WOOL", DAY.plusDays(7), millionth.doubleValue() / 1e6));
    }
    CompanyFacts facts =
        new CompanyFacts(
            DAY,
            PlanningSettings.DEFAULT,
            List.of(
                new CompanyFacts.StockedItem(
                    "WOOL",
                    "Wool",
                    CompanyFacts.Unit.OTHER,
                    new CompanyFacts.Stock(0, 1, "EUR"),
                    new CompanyFacts.Seen(0, 0, OptionalDouble.empty()),
                    ItemPolicy.NONE)),
            List.of(),
            new CompanyFacts.Documents(
                demands, List.of(), new CompanyFacts.Decided(Set.of(), List.of())),
            List.of(),
            new CompanyFacts.Workshop(List.of(), List.of()));
    return PlanToPost.of("BIKES", DAY, 1, PlanMaking.make(facts, List.of()));
  }

  private static List<String> reasons(PlanToPost plan) {
    return plan.proposals().get(0).pegs().stream()
        .map(reason -> reason.document() + " " + reason.quantity())
        .toList();
  }

  @Test
  void roundsWhatStandsBehindAProposalToItsQuantity() {
    PlanToPost plan = posted(List.of(333_333, 333_333, 333_334));

    assertThat(plan.proposals().get(0).lot().quantity()).isEqualTo("1.0000");
    assertThat(reasons(plan)).containsExactly("SO-0 0.3333", "SO-1 0.3333", "SO-2 0.3334");
  }

  @Test
  void leavesOutWhatIsRoundedToNothing() {
    assertThat(reasons(posted(List.of(1_000_010, 20)))).containsExactly("SO-0 1.0000");
  }

  @Test
  void leavesOutWhatIsMoreThanTheCoreTakes() {
    assertThat(posted(List.of(1_000_000_000_000_000L)).proposals()).hasSize(1);
    assertThat(posted(List.of(1_000_000_000_000_000L, 1_000_000L)).proposals()).isEmpty();
  }

  @Property(tries = 300)
  void whatStandsBehindAddsUpToTheQuantity(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 9_000_000) Integer> pieces) {
    for (PlanToPost.Line line : posted(pieces).proposals()) {
      assertThat(line.pegs().stream().map(PlanToPost.Reason::quantity).reduce(BigDecimal::add))
          .contains(line.lot().quantity());
    }
  }
}
