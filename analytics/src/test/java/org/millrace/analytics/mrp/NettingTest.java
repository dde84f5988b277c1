package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millrace.analytics.mrp.Weeks.FIRST;
import static org.millrace.analytics.mrp.Weeks.buy;
import static org.millrace.analytics.mrp.Weeks.facts;
import static org.millrace.analytics.mrp.Weeks.make;
import static org.millrace.analytics.mrp.Weeks.releases;
import static org.millrace.analytics.mrp.Weeks.week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.lot.LotRule;

class NettingTest {

  private static Demand order(int number, int week, double quantity) {
    return Demand.order("SO-" + number, "hub", week(week), quantity);
  }

  private static Plan plan(PlannedItem item, Demand... demands) {
    return Mrp.plan(facts(List.of(item), List.of(), List.of(demands), List.of()));
  }

  @Test
  void safetyStockIsFilledOnTheFirstDayAnOrderCanBeThere() {
    Plan plan = plan(buy("hub", 2).withStock(4).withSafetyStock(10));

    assertThat(plan.messages()).isEmpty();
    assertThat(plan.proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.quantity()).isEqualTo(6);
              assertThat(proposal.dates().due()).isEqualTo(week(3));
              assertThat(plan.behind(proposal))
                  .containsExactly(new Peg(Peg.Reason.SAFETY_STOCK, "hub", 6));
            });
  }

  @Test
  void safetyStockMayBeUsedBeforeAnOrderCanBeThere() {
    Plan plan = plan(buy("hub", 2).withStock(10).withSafetyStock(10), order(1, 2, 7));

    assertThat(plan.messages()).isEmpty();
    assertThat(releases(plan)).isEqualTo(Map.of("hub", Map.of(1, 7.0)));
  }

  @Test
  void safetyStockStaysWholeAfterwards() {
    Plan plan = plan(buy("hub", 2).withStock(10).withSafetyStock(10), order(1, 8, 7));

    assertThat(releases(plan)).isEqualTo(Map.of("hub", Map.of(6, 7.0)));
    assertThat(plan.behind(plan.proposals().get(0)))
        .containsExactly(new Peg(Peg.Reason.SALES_ORDER, "SO-1", 7));
  }

  @Test
  void safetyStockGoesFirstOnTheDayAnOrderCanBeThere() {
    Plan plan = plan(buy("hub", 2).withStock(10).withSafetyStock(10), order(1, 3, 7));

    assertThat(plan.behind(plan.proposals().get(0)))
        .containsExactly(new Peg(Peg.Reason.SALES_ORDER, "SO-1", 7));
  }

  @Test
  void stockBelowNothingIsMadeGood() {
    Plan plan = plan(buy("hub", 0).withStock(-3));

    assertThat(plan.behind(plan.proposals().get(0)))
        .containsExactly(new Peg(Peg.Reason.SHORT_STOCK, "hub", 3));
  }

  @Test
  void scrapIsTakenInAddition() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(make("wheel", 1), buy("hub", 1)),
                List.of(new BillLine("wheel", "hub", 2, 0.2)),
                List.of(Demand.order("SO-1", "wheel", week(4), 10)),
                List.of()));

    assertThat(plan.proposals("hub").get(0).quantity()).isCloseTo(25, within(1e-6));
  }

  @Test
  void holidaysMoveTheStartForward() {
    WorkCalendar closed =
        WorkCalendar.mondayToFriday("works")
            .withHolidays(List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 24)));
    PlannedItem hub = PlannedItem.buy("hub", 5).withCalendar(closed);

    Proposal.Dates dates = plan(hub, order(1, 5, 1)).proposals().get(0).dates();

    assertThat(dates.due()).isEqualTo(LocalDate.of(2026, 12, 28));
    assertThat(dates.start()).isEqualTo(LocalDate.of(2026, 12, 17));
  }

  @Test
  void aNeedOfASundayIsThereOnFriday() {
    Demand sunday = Demand.order("SO-1", "hub", week(4).minusDays(1), 1);

    assertThat(plan(buy("hub", 1), sunday).proposals().get(0).dates().due())
        .isEqualTo(week(4).minusDays(3));
  }

  @Test
  void needsOfAWeekAreOrderedTogetherForTheFirst() {
    Demand tuesday = Demand.order("SO-1", "hub", week(4).plusDays(1), 3);
    Demand friday = Demand.order("SO-2", "hub", week(4).plusDays(4), 2);

    assertThat(plan(buy("hub", 1), tuesday, friday).proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.quantity()).isEqualTo(5);
              assertThat(proposal.dates().due()).isEqualTo(week(4).plusDays(1));
            });
  }

  @Test
  void needsOfADayAreOrderedApartFromThoseOfTheNext() {
    PlanFacts facts =
        facts(
            List.of(buy("hub", 1)),
            List.of(),
            List.of(
                Demand.order("SO-1", "hub", week(4).plusDays(1), 3),
                Demand.order("SO-2", "hub", week(4).plusDays(2), 2)),
            List.of());
    PlanTerms daily = facts.terms().withBucket(PlanTerms.Bucket.DAY);

    assertThat(
            Mrp.plan(
                    new PlanFacts(
                        daily, facts.items(), facts.bills(), facts.demands(), facts.receipts()))
                .proposals())
        .extracting(Proposal::quantity)
        .containsExactly(3.0, 2.0);
  }

  @Test
  void whatALotLeavesServesTheNextNeed() {
    Plan plan =
        plan(
            buy("hub", 1).withLotRule(new LotRule.Fixed(10)),
            order(1, 3, 4),
            order(2, 4, 5),
            order(3, 5, 12));

    assertThat(releases(plan)).isEqualTo(Map.of("hub", Map.of(2, 10.0, 4, 20.0)));
    assertThat(plan.proposals()).extracting(Proposal::orders).containsExactly(1L, 2L);
    assertThat(plan.behind(plan.proposals().get(0)))
        .containsExactly(
            new Peg(Peg.Reason.SALES_ORDER, "SO-1", 4),
            new Peg(Peg.Reason.SALES_ORDER, "SO-2", 5),
            new Peg(Peg.Reason.SALES_ORDER, "SO-3", 1));
  }

  @Test
  void rulesThatLookAheadOrderAsPublished() {
    int[] wanted = {10, 62, 12, 130, 154, 129, 88, 52, 124, 160, 238, 41};
    List<Demand> demands = new ArrayList<>();
    for (int week = 1; week <= wanted.length; week++) {
      demands.add(order(week, week, wanted[week - 1]));
    }
    PlannedItem hub = buy("hub", 0).withLotRule(new LotRule.SilverMeal(54, 0.4));

    assertThat(releases(plan(hub, demands.toArray(Demand[]::new))).get("hub"))
        .isEqualTo(Map.of(1, 84.0, 4, 130.0, 5, 283.0, 7, 140.0, 9, 124.0, 10, 160.0, 11, 279.0));
  }

  @Test
  void aProposalHeldFastTakesItsPartsAndAWorkOrderDoesNot() {
    List<PlannedItem> items = List.of(make("wheel", 1), buy("hub", 1));
    List<BillLine> bill = List.of(BillLine.of("wheel", "hub", 1));
    Demand demand = Demand.order("SO-1", "wheel", week(5), 6);

    for (Receipt.Kind kind : List.of(Receipt.Kind.FIRM_PROPOSAL, Receipt.Kind.WORK_ORDER)) {
      Receipt receipt = new Receipt("R-1", kind, "wheel", week(5), 6);
      Plan plan = Mrp.plan(facts(items, bill, List.of(demand), List.of(receipt)));

      assertThat(plan.proposals("wheel")).isEmpty();
      if (kind == Receipt.Kind.FIRM_PROPOSAL) {
        assertThat(plan.behind(plan.proposals("hub").get(0)))
            .containsExactly(new Peg(Peg.Reason.SALES_ORDER, "SO-1", 6));
      } else {
        assertThat(plan.proposals("hub")).isEmpty();
      }
    }
  }

  @Test
  void ordersGoBeforeForecastsOfTheSameDay() {
    Demand forecast = Demand.forecast("A-forecast", "hub", week(4), 5);
    Plan plan = plan(buy("hub", 1).withStock(5), forecast, order(1, 4, 5));

    assertThat(plan.behind(plan.proposals().get(0)))
        .containsExactly(new Peg(Peg.Reason.FORECAST, "A-forecast", 5));
  }

  @Test
  void aBoughtItemTakesNothingThoughItHasABill() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(buy("wheel", 1), buy("hub", 1)),
                List.of(BillLine.of("wheel", "hub", 1)),
                List.of(Demand.order("SO-1", "wheel", week(4), 10)),
                List.of()));

    assertThat(plan.proposals("hub")).isEmpty();
  }

  @Test
  void anEmptyPlanIsEmpty() {
    Plan plan = Mrp.plan(facts(List.of(), List.of(), List.of(), List.of()));

    assertThat(plan.proposals()).isEmpty();
    assertThat(plan.messages()).isEmpty();
    assertThat(plan.terms().asOf()).isEqualTo(FIRST);
  }
}
