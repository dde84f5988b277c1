package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.analytics.mrp.Weeks.FIRST;
import static org.millrace.analytics.mrp.Weeks.bill;
import static org.millrace.analytics.mrp.Weeks.buy;
import static org.millrace.analytics.mrp.Weeks.facts;
import static org.millrace.analytics.mrp.Weeks.make;
import static org.millrace.analytics.mrp.Weeks.week;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.bill.BillCycle;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.capacity.Job;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;

/** What a planner is told, case by case. */
class MessagesTest {

  private static final Demand ORDER = Demand.order("SO-1", "wheel", week(5), 10);

  private static Plan plan(PlannedItem item, List<Demand> demands, Receipt... receipts) {
    return Mrp.plan(facts(List.of(item), List.of(), demands, List.of(receipts)));
  }

  private static List<String> texts(Plan plan) {
    return plan.messages().stream().map(PlanMessage::text).toList();
  }

  @Test
  void tellsThatAnOrderCannotBeMetInTime() {
    Plan plan = plan(buy("wheel", 6), List.of(ORDER));

    assertThat(texts(plan))
        .containsExactly(
            "SO-1 of wheel is due on 2026-12-28 and can be there on 2027-01-11.",
            "wheel@2027-01-11 of wheel is needed on 2026-12-28 and can be there on 2027-01-11"
                + " if started today.");
    assertThat(plan.proposals().get(0).dates())
        .isEqualTo(new Proposal.Dates(FIRST, week(7), week(5), week(7)));
  }

  @Test
  void tellsThatAnOrderIsLateBecauseOfAPart() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(make("bike", 1), buy("wheel", 6)),
                bill("bike", "wheel", 2),
                List.of(Demand.order("SO-1", "bike", week(5), 10)),
                List.of()));

    assertThat(plan.messages())
        .extracting(PlanMessage::kind, PlanMessage::item, message -> message.to().orElseThrow())
        .containsExactly(
            tuple(PlanMessage.Kind.LATE, "bike", week(8)),
            tuple(PlanMessage.Kind.EXPEDITE, "wheel", week(7)));
    assertThat(plan.proposals("bike").get(0).dates())
        .isEqualTo(new Proposal.Dates(week(4), week(5), week(5), week(8)));
  }

  /**
   * The work order is due in time and has the lead time of a week; its wheels come in week 7, the
   * order is finished a week later.
   */
  @Test
  void tellsThatAnOrderIsLateBecauseOfThePartsOfItsWorkOrder() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(make("bike", 1), buy("wheel", 6)),
                List.of(),
                List.of(
                    Demand.order("SO-1", "bike", week(5), 10),
                    new Demand("WO-1", Demand.Kind.WORK_ORDER, "wheel", FIRST, 20)),
                List.of(new Receipt("WO-1", Receipt.Kind.WORK_ORDER, "bike", week(4), 10))));

    assertThat(plan.messages())
        .filteredOn(message -> message.kind() == PlanMessage.Kind.LATE)
        .extracting(PlanMessage::item, PlanMessage::document, message -> message.to().orElseThrow())
        .containsExactly(tuple("bike", "SO-1", week(8)), tuple("wheel", "WO-1", week(7)));
  }

  @Test
  void aWorkOrderThatTakesWhatIsMadeFromItsOwnItemWaitsForNoCircle() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(make("bike", 1), make("wheel", 1)),
                bill("wheel", "bike", 1),
                List.of(
                    Demand.order("SO-1", "bike", week(5), 10),
                    new Demand("WO-1", Demand.Kind.WORK_ORDER, "wheel", FIRST, 5)),
                List.of(new Receipt("WO-1", Receipt.Kind.WORK_ORDER, "bike", week(2), 10))));

    assertThat(plan.messages())
        .extracting(PlanMessage::kind, PlanMessage::document)
        .contains(tuple(PlanMessage.Kind.LATE, "WO-1"));
  }

  private static final Rejection REJECTION =
      new Rejection(
          "wheel@2026-12-21", "wheel", "anna", Optional.of("Too dear"), List.of(peg("SO-1", 15)));

  /**
   * 10 bikes take 20 wheels, 5 lie there, and 15 were rejected: the bikes wait for them and no
   * wheel is bought, today as in a week. 3 more for another order are.
   */
  @Test
  void tellsWhatEachDemandLacksBecauseOfARejection() {
    PlanFacts facts =
        facts(
            List.of(make("bike", 1), buy("wheel", 2).withStock(5)),
            bill("bike", "wheel", 2),
            List.of(
                Demand.order("SO-1", "bike", week(5), 10),
                Demand.order("SO-2", "wheel", week(6), 3)),
            List.of());
    Plan plan = Mrp.plan(facts.withRejections(List.of(REJECTION)));

    assertThat(plan.proposals("wheel")).extracting(Proposal::quantity).containsExactly(3.0);
    assertThat(plan.proposals("bike").get(0).dates().possible()).isEqualTo(week(21));
    assertThat(texts(plan))
        .containsExactly(
            "SO-1 of bike lacks 10 from 2026-12-28 on, as anna rejected wheel@2026-12-21 of wheel"
                + " (Too dear): reopen that proposal, or move or cancel what needs it.");
    assertThat(plan.messages().get(0).chineseText())
        .isEqualTo(
            "SO-1（物料bike）自2026-12-28起缺10：anna拒绝了物料wheel的建议wheel@2026-12-21（Too dear）。"
                + "请重新开放该建议，或推迟、取消该需求。");
    assertThat(plan.material("wheel").get(2).proposed()).isZero();

    Plan later =
        Mrp.plan(
            new PlanFacts(
                PlanTerms.weeks(week(4), 20),
                facts.items(),
                facts.bills(),
                facts.demands(),
                facts.receipts(),
                List.of(REJECTION)));
    assertThat(later.proposals("wheel")).extracting(Proposal::quantity).containsExactly(3.0);
    assertThat(later.messages())
        .extracting(PlanMessage::kind, PlanMessage::document)
        .contains(tuple(PlanMessage.Kind.REJECTED, "SO-1"));
  }

  @Test
  void whatIsNotMadeTakesNoPartsAndNoHours() {
    Rejection bikes =
        new Rejection(
            "bike@2026-12-28", "bike", "anna", Optional.empty(), List.of(peg("SO-1", 10)));
    Plan plan =
        Mrp.plan(
            facts(
                    List.of(make("bike", 1), buy("wheel", 2)),
                    bill("bike", "wheel", 2),
                    List.of(Demand.order("SO-1", "bike", week(5), 12)),
                    List.of())
                .withRejections(List.of(bikes)));

    assertThat(plan.proposals())
        .extracting(Proposal::item, Proposal::quantity)
        .containsExactly(tuple("bike", 2.0), tuple("wheel", 4.0));
    assertThat(plan.jobs()).extracting(Job::quantity).containsExactly(2.0);
    assertThat(texts(plan))
        .singleElement()
        .asString()
        .startsWith("SO-1 of bike lacks 10 from 2026-12-28 on, as anna rejected")
        .contains("(-)");
  }

  private static Peg peg(String order, double quantity) {
    return new Peg(Peg.Reason.SALES_ORDER, order, quantity);
  }

  @Test
  void tellsThatSafetyStockIsMissingBecauseOfARejection() {
    Rejection safety =
        new Rejection(
            "wheel@2026-12-07",
            "wheel",
            "anna",
            Optional.of("Too dear"),
            List.of(new Peg(Peg.Reason.SAFETY_STOCK, "wheel", 4)));
    Plan plan =
        Mrp.plan(
            facts(List.of(buy("wheel", 1).withSafetyStock(4)), List.of(), List.of(), List.of())
                .withRejections(List.of(safety)));

    assertThat(plan.proposals()).isEmpty();
    assertThat(texts(plan))
        .singleElement()
        .asString()
        .startsWith("Item wheel lacks 4 from 2026-12-07 on, as anna rejected wheel@2026-12-07");
  }

  @Test
  void tellsWhatIsPastDueAndPlansItForToday() {
    Demand late = Demand.order("SO-0", "wheel", FIRST.minusDays(3), 10);
    Plan plan = plan(buy("wheel", 1).withStock(10), List.of(late));

    assertThat(texts(plan)).containsExactly("SO-0 of wheel is past due since 2026-11-27.");
    assertThat(plan.messages())
        .extracting(PlanMessage::chineseText)
        .containsExactly("SO-0（物料wheel）已于2026-11-27到期。");
    assertThat(plan.proposals()).isEmpty();
  }

  @Test
  void tellsWhatLiesBeyondThePlan() {
    Plan plan = plan(buy("wheel", 1), List.of(Demand.order("SO-9", "wheel", week(21), 10)));

    assertThat(texts(plan))
        .containsExactly("SO-9 of wheel is due on 2027-04-19, after the end of the plan.");
  }

  @Test
  void countsAnOverdueReceiptForTodayAndSaysSo() {
    Plan plan =
        plan(
            buy("wheel", 1),
            List.of(ORDER),
            Receipt.purchase("PO-1", "wheel", FIRST.minusDays(1), 10));

    assertThat(plan.proposals()).isEmpty();
    assertThat(texts(plan))
        .containsExactly("PO-1 of wheel was due on 2026-11-29 and has not come.");
    assertThat(plan.messages().get(0).documentType())
        .contains(PlanMessage.DocumentType.PURCHASE_ORDER);
  }

  @Test
  void pullsAReceiptInRatherThanOrderingAgain() {
    Plan plan =
        plan(buy("wheel", 1), List.of(ORDER), Receipt.purchase("PO-1", "wheel", week(7), 10));

    assertThat(plan.proposals()).isEmpty();
    assertThat(texts(plan))
        .containsExactly(
            "SO-1 of wheel is due on 2026-12-28 and can be there on 2027-01-11.",
            "PO-1 of wheel is due on 2027-01-11 and needed on 2026-12-28: pull it in.");
  }

  @Test
  void ordersAgainWhenAReceiptIsTooFarOff() {
    Plan plan =
        plan(buy("wheel", 1), List.of(ORDER), Receipt.purchase("PO-1", "wheel", week(10), 10));

    assertThat(plan.proposals()).hasSize(1);
    assertThat(texts(plan))
        .containsExactly("PO-1 of wheel brings 10 that nothing in the plan needs.");
  }

  @Test
  void putsAReceiptOffThatComesTooEarly() {
    Plan plan =
        plan(buy("wheel", 1), List.of(ORDER), Receipt.purchase("PO-1", "wheel", week(2), 12));

    assertThat(texts(plan))
        .containsExactly(
            "PO-1 of wheel is due on 2026-12-07 and needed on 2026-12-28 only: put it off.",
            "PO-1 of wheel brings 2 that nothing in the plan needs.");
  }

  @Test
  void letsAReceiptBeThatComesAWeekEarly() {
    Plan plan =
        plan(buy("wheel", 1), List.of(ORDER), Receipt.purchase("PO-1", "wheel", week(4), 10));

    assertThat(plan.messages()).isEmpty();
  }

  @Test
  void tellsThatAnItemToBeMadeHasNoBill() {
    assertThat(texts(plan(make("wheel", 1), List.of(ORDER))))
        .containsExactly("Item wheel is to be made, 10, and has no bill of material.");
  }

  @Test
  void tellsWhatNamesAnUnknownItem() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(make("bike", 1)),
                List.of(BillLine.of("bike", "bell", 1)),
                List.of(ORDER),
                List.of(Receipt.purchase("PO-1", "pump", week(2), 1))));

    assertThat(plan.messages())
        .extracting(PlanMessage::kind, PlanMessage::item, PlanMessage::document)
        .containsExactly(
            tuple(PlanMessage.Kind.UNKNOWN_ITEM, "bell", "bike"),
            tuple(PlanMessage.Kind.UNKNOWN_ITEM, "pump", "PO-1"),
            tuple(PlanMessage.Kind.UNKNOWN_ITEM, "wheel", "SO-1"));
  }

  @Test
  void leavesTheFrozenZoneAlone() {
    PlanFacts facts = facts(List.of(buy("wheel", 1)), List.of(), List.of(ORDER), List.of());
    PlanTerms frozen = facts.terms().withFrozenDays(28);
    Plan plan =
        Mrp.plan(
            new PlanFacts(frozen, facts.items(), facts.bills(), facts.demands(), facts.receipts()));

    assertThat(plan.proposals().get(0).dates().start()).isEqualTo(week(5));
    assertThat(plan.messages())
        .extracting(PlanMessage::kind, message -> message.to().orElseThrow())
        .containsExactly(
            tuple(PlanMessage.Kind.LATE, week(6)), tuple(PlanMessage.Kind.FROZEN, week(6)));
  }

  @Test
  void refusesABillThatRunsInACircleAndNamesTheWay() {
    PlanFacts facts =
        facts(
            List.of(make("bike", 1), make("wheel", 1), make("hub", 1)),
            List.of(
                BillLine.of("bike", "wheel", 2),
                BillLine.of("wheel", "hub", 1),
                BillLine.of("hub", "wheel", 1)),
            List.of(),
            List.of());

    assertThatExceptionOfType(BillCycle.class)
        .isThrownBy(() -> Mrp.plan(facts))
        .withMessageContaining("hub > wheel > hub");
  }

  @Test
  void refusesItemsGivenTwiceAndQuantitiesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> facts(List.of(buy("hub", 1), buy("hub", 2)), List.of(), List.of(), List.of()))
        .withMessageContaining("more than once: [hub]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Demand.order("SO-1", "hub", FIRST, Double.NaN))
        .withMessageContaining("Quantity of demand SO-1 must be a number above 0")
        .withMessageContaining("got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BillLine("bike", "hub", 1, 1))
        .withMessageContaining("the scrap of hub must be a share from 0 to below 1, got 1.0");
  }
}
