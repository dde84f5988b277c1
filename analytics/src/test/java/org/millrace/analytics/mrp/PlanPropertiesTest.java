package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private static final Set<PlanMessage.Kind> LATE_BY_ITSELF =
      EnumSet.of(
          PlanMessage.Kind.EXPEDITE, PlanMessage.Kind.FROZEN, PlanMessage.Kind.RESCHEDULE_IN);

  @Property(seed = "59")
  void noDemandIsWithoutSupplyOrAMessage(@ForAll long seed) {
    PlanFacts facts = RandomFacts.of(seed);
    Plan plan = Mrp.plan(facts);
    Set<String> noted =
        plan.messages().stream()
            .filter(message -> LATE_BY_ITSELF.contains(message.kind()))
            .map(PlanMessage::item)
            .collect(Collectors.toSet());

    for (PlannedItem item : facts.items()) {
      Map<LocalDate, Double> flow = flow(facts, plan, item);
      double stock = 0;
      for (Map.Entry<LocalDate, Double> day : flow.entrySet()) {
        stock += day.getValue();
        if (stock < -MANY_ROUNDINGS && !noted.contains(item.item())) {
          throw new AssertionError(
              "%s is short by %s on %s".formatted(item.item(), -stock, day.getKey()));
        }
      }
      assertThat(stock)
          .as(item.item())
          .isGreaterThanOrEqualTo(item.stock().safety() - MANY_ROUNDINGS);
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
  void planningAgainChangesNothing(@ForAll long seed) {
    PlanFacts facts = RandomFacts.of(seed);
    PlanDifference difference = PlanDifference.between(Mrp.plan(facts), Mrp.plan(facts));

    assertThat(difference.changes()).isEmpty();
    assertThat(difference.changeRate().orElse(0)).isZero();
  }

  @Property(seed = "59")
  void theOrderOfTheFactsDoesNotMatter(@ForAll long seed) {
    PlanFacts facts = RandomFacts.of(seed);
    Plan plan = Mrp.plan(facts);
    Plan shuffled =
        Mrp.plan(
            new PlanFacts(
                facts.terms(),
                shuffled(facts.items(), seed),
                shuffled(facts.bills(), seed),
                shuffled(facts.demands(), seed),
                shuffled(facts.receipts(), seed)));

    assertThat(shuffled.proposals()).isEqualTo(plan.proposals());
    assertThat(shuffled.messages()).isEqualTo(plan.messages());
    for (Proposal proposal : plan.proposals()) {
      assertThat(shuffled.behind(proposal)).isEqualTo(plan.behind(proposal));
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

    Plan again =
        Mrp.plan(
            new PlanFacts(facts.terms(), facts.items(), facts.bills(), facts.demands(), receipts));

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

  private static LocalDate later(LocalDate day, LocalDate other) {
    return day.isBefore(other) ? other : day;
  }
}
