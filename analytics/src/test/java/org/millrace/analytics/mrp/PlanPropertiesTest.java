package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.version.PlanDifference;

class PlanPropertiesTest {

  private static final double EXACT = 1e-6;

  /** Each need is rounded to a millionth. */
  private static final double MANY_ROUNDINGS = 1e-4;

  @Property(seed = "59")
  void noDemandIsWithoutSupplyInTimeOrAMessageThatNamesIt(@ForAll long seed) {
    new PlanProof(RandomFacts.of(seed)).holds();
  }

  @Property(seed = "59")
  void whatComesAndGoesLeavesTheSafetyStockInTheEnd(@ForAll long seed) {
    PlanFacts facts = RandomFacts.of(seed);
    Plan plan = Mrp.plan(facts);

    for (PlannedItem item : facts.items()) {
      double left =
          flow(facts, plan, item).values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(left).as(item.item()).isGreaterThan(item.stock().safety() - MANY_ROUNDINGS);
    }
  }

  @Property(seed = "59")
  void theReasonsAddUpToTheQuantity(@ForAll long seed) {
    Plan plan = Mrp.plan(RandomFacts.of(seed));

    for (Proposal proposal : plan.proposals()) {
      double behind = plan.behind(proposal).stream().mapToDouble(Peg::quantity).sum();
      assertThat(behind).as(proposal.id()).isCloseTo(proposal.quantity(), within(EXACT));
    }
  }

  @Property(seed = "59")
  void planningAgainFromFactsReadAnewChangesNothing(@ForAll long seed) {
    Plan plan = Mrp.plan(RandomFacts.of(seed));
    Plan again = Mrp.plan(shuffled(RandomFacts.of(seed), seed));
    PlanDifference difference = PlanDifference.between(plan, again);

    assertThat(difference.changes()).isEmpty();
    assertThat(difference.changeRate().orElse(0)).isZero();
    assertThat(again.proposals()).isEqualTo(plan.proposals());
    assertThat(again.messages()).isEqualTo(plan.messages());
    for (Proposal proposal : plan.proposals()) {
      assertThat(again.behind(proposal)).isEqualTo(plan.behind(proposal));
    }
  }

  @Property(seed = "59")
  void nothingMoreIsProposedWhenAllProposalsAreHeldFast(@ForAll long seed) {
    PlanFacts facts = RandomFacts.of(seed);
    List<Receipt> receipts = new ArrayList<>(facts.receipts());
    for (Proposal proposal : Mrp.plan(facts).proposals()) {
      receipts.add(
          new Receipt(
              proposal.id(),
              Receipt.Kind.FIRM_PROPOSAL,
              proposal.item(),
              proposal.dates().due(),
              proposal.quantity()));
    }
    PlanFacts anew = shuffled(RandomFacts.of(seed), seed);

    Plan again =
        Mrp.plan(
            new PlanFacts(
                anew.terms(),
                anew.items(),
                anew.bills(),
                anew.demands(),
                shuffled(receipts, seed)));

    assertThat(again.proposals()).isEmpty();
  }

  @Property(seed = "59")
  void datesAreInOrderAndNothingStartsInTheFrozenZone(@ForAll long seed) {
    PlanFacts facts = RandomFacts.of(seed);
    LocalDate thawed = facts.terms().asOf().plusDays(facts.terms().frozenDays());

    assertThat(Mrp.plan(facts).proposals())
        .allSatisfy(
            proposal -> {
              Proposal.Dates dates = proposal.dates();
              assertThat(dates.start()).isBetween(thawed, dates.due());
              assertThat(dates.possible()).isAfterOrEqualTo(dates.due());
            });
  }

  private static PlanFacts shuffled(PlanFacts facts, long seed) {
    return new PlanFacts(
        facts.terms(),
        shuffled(facts.items(), seed),
        shuffled(facts.bills(), seed),
        shuffled(facts.demands(), seed),
        shuffled(facts.receipts(), seed));
  }

  private static <T> List<T> shuffled(List<T> list, long seed) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  // Worked out from facts and proposals alone: what comes and goes on each day.
  private static Map<LocalDate, Double> flow(PlanFacts facts, Plan plan, PlannedItem item) {
    LocalDate asOf = facts.terms().asOf();
    Map<LocalDate, Double> flow = new TreeMap<>();
    flow.put(asOf, item.stock().onHand());
    for (Demand demand : facts.demands()) {
      if (demand.item().equals(item.item())) {
        flow.merge(later(demand.due(), asOf), -demand.quantity(), Double::sum);
      }
    }
    for (Receipt receipt : facts.receipts()) {
      if (receipt.item().equals(item.item())) {
        flow.merge(later(receipt.due(), asOf), receipt.quantity(), Double::sum);
      }
      if (receipt.kind() == Receipt.Kind.FIRM_PROPOSAL) {
        flow.merge(later(receipt.due(), asOf), -taken(facts, receipt, item), Double::sum);
      }
    }
    for (Proposal proposal : plan.proposals()) {
      if (proposal.item().equals(item.item())) {
        flow.merge(proposal.dates().due(), proposal.quantity(), Double::sum);
      }
      for (BillLine line : facts.bills()) {
        boolean isTaken =
            proposal.source() == Source.MAKE
                && line.item().equals(proposal.item())
                && line.component().equals(item.item());
        if (isTaken) {
          flow.merge(
              proposal.dates().start(),
              -proposal.quantity() * line.quantity() / (1 - line.scrap()),
              Double::sum);
        }
      }
    }
    return flow;
  }

  private static double taken(PlanFacts facts, Receipt receipt, PlannedItem part) {
    boolean isMade =
        facts.items().stream()
            .anyMatch(item -> item.item().equals(receipt.item()) && item.source() == Source.MAKE);
    return facts.bills().stream()
        .filter(line -> isMade && line.item().equals(receipt.item()))
        .filter(line -> line.component().equals(part.item()))
        .mapToDouble(line -> receipt.quantity() * line.grossQuantity())
        .sum();
  }

  private static LocalDate later(LocalDate day, LocalDate other) {
    return day.isBefore(other) ? other : day;
  }
}
