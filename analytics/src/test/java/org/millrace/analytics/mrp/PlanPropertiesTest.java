package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;
import org.millrace.analytics.mrp.lot.LotRule;
import org.millrace.analytics.mrp.version.PlanDifference;

class PlanPropertiesTest {

  private static final double EXACT = 1e-6;

  /** Each need is rounded to a millionth. */
  private static final double MANY_ROUNDINGS = 1e-4;

  @Property(seed = "59")
  void noDemandIsWithoutSupplyInTimeOrAMessageThatNamesIt(@ForAll long seed) {
    new PlanProof(RandomFacts.of(seed)).holds();
    new PlanProof(RandomFacts.withRejections(seed)).holds();
  }

  @Property(seed = "59")
  void whatWasRejectedIsNotProposedAgainAndNothingIsMadeForIt(@ForAll long seed) {
    PlanFacts facts = lotForLotWithoutReceipts(RandomFacts.of(seed));
    Plan plan = Mrp.plan(facts);
    List<Rejection> rejections = RandomFacts.rejected(plan, new Random(seed));

    assertNoMoreIsProposed(plan, rejections, Mrp.plan(facts.withRejections(rejections)));
  }

  /** Nothing has to be hurried and no safety stock is kept, so later days lack what today does. */
  @Property(seed = "59")
  void whatWasRejectedStaysRejectedOnLaterDays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int days) {
    PlanFacts today = calm(lotForLotWithoutReceipts(RandomFacts.of(seed)));
    Plan plan = Mrp.plan(today);
    List<Rejection> rejections = RandomFacts.rejected(plan, new Random(seed));
    PlanTerms later = PlanTerms.weeks(today.terms().asOf().plusDays(days), RandomFacts.WEEKS);
    Plan planLater =
        Mrp.plan(
            new PlanFacts(
                later,
                today.items(),
                today.bills(),
                today.demands(),
                today.receipts(),
                rejections));

    assertNoMoreIsProposed(plan, rejections, planLater);
  }

  private static void assertNoMoreIsProposed(Plan before, List<Rejection> rejections, Plan after) {
    Map<String, Double> left = proposed(before);
    for (Rejection rejection : rejections) {
      for (Peg peg : rejection.pegs()) {
        left.merge(rejection.item(), -peg.quantity(), Double::sum);
      }
    }
    proposed(after)
        .forEach(
            (item, quantity) ->
                assertThat(quantity)
                    .as(item)
                    .isLessThan(Math.max(0, left.getOrDefault(item, 0.0)) + MANY_ROUNDINGS));
  }

  private static Map<String, Double> proposed(Plan plan) {
    Map<String, Double> proposed = new HashMap<>();
    plan.proposals()
        .forEach(proposal -> proposed.merge(proposal.item(), proposal.quantity(), Double::sum));
    return proposed;
  }

  private static PlanFacts lotForLotWithoutReceipts(PlanFacts facts) {
    return new PlanFacts(
        facts.terms(),
        facts.items().stream().map(item -> item.withLotRule(LotRule.lotForLot())).toList(),
        facts.bills(),
        facts.demands(),
        List.of());
  }

  private static PlanFacts calm(PlanFacts facts) {
    LocalDate soon = facts.terms().asOf().plusDays(facts.items().size() + 10L);
    LocalDate end = facts.terms().asOf().plusDays(facts.terms().horizonDays());
    return new PlanFacts(
        PlanTerms.weeks(facts.terms().asOf(), RandomFacts.WEEKS),
        facts.items().stream().map(PlanPropertiesTest::calm).toList(),
        facts.bills(),
        facts.demands().stream()
            .filter(demand -> !demand.due().isBefore(soon) && demand.due().isBefore(end))
            .toList(),
        facts.receipts());
  }

  private static PlannedItem calm(PlannedItem item) {
    PlannedItem calm =
        item.source() == Source.MAKE
            ? PlannedItem.make(item.item(), 1)
            : PlannedItem.buy(item.item(), 1);
    return calm.withCalendar(WorkCalendar.everyDay("all")).withStock(item.stock().onHand());
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
    Plan plan = Mrp.plan(RandomFacts.withRejections(seed));
    Plan again = Mrp.plan(shuffled(RandomFacts.withRejections(seed), seed));
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
        shuffled(facts.receipts(), seed),
        shuffled(facts.rejections(), seed));
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
