package org.millrace.analytics.stockpolicy.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.planning.policy.LotTerms;
import org.millrace.analytics.planning.policy.PlanningSettings;
import org.millrace.analytics.stockpolicy.AbcClass;
import org.millrace.analytics.stockpolicy.LeadTime;
import org.millrace.analytics.stockpolicy.ServiceLevels;
import org.millrace.analytics.stockpolicy.ServicePoint;
import org.millrace.analytics.stockpolicy.XyzClass;

class StockKeepingTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
  private static final double TOLERANCE = 1e-9;
  private static final double PRINTED = 0.05;
  private static final ItemStock.Use GOLDEN_USE =
      new ItemStock.Use(
          List.of(80.0, 120.0), List.of(0.0, 0.0), OptionalDouble.of(100), OptionalDouble.of(20));

  private static ItemStock item(ItemStock.Use use, ItemStock.Stock stock, ItemPolicy policy) {
    return new ItemStock(
        new ItemStock.Label("BIKE", "Bike", ItemStock.Made.MADE),
        use,
        ItemStock.SeenLead.NONE,
        stock,
        policy);
  }

  private static ItemStock.Stock stock(double onHand, ItemStock.Days days) {
    return new ItemStock.Stock(
        onHand,
        onHand * 2,
        2,
        new ItemStock.YearMoves(0, 0),
        new ItemStock.MonthMoves(12 * 28, 12 * 28, 9 * 28),
        days);
  }

  private static ItemPolicy policy(double leadDays, double deviation, OptionalDouble safety) {
    return new ItemPolicy(
        Optional.empty(),
        new ItemPolicy.Lead(OptionalDouble.of(leadDays), OptionalDouble.of(deviation)),
        LotTerms.LOT_FOR_LOT,
        new ItemPolicy.Keeping(OptionalDouble.of(0.95), safety),
        Optional.empty());
  }

  private static final ItemStock.Days LATELY =
      new ItemStock.Days(Optional.of(AS_OF.minusDays(9)), Optional.of(AS_OF.minusDays(3)));

  private static ItemReview review(ItemStock item) {
    return new StockKeeping(AS_OF, PlanningSettings.DEFAULT).review(List.of(item)).get(0);
  }

  @Test
  void keepsTheWorkedExampleOfNineWeeksWithTwoWeeksDeviation() {
    ItemReview bike =
        review(item(GOLDEN_USE, stock(300, LATELY), policy(45, 10, OptionalDouble.empty())));

    assertThat(bike.policy().levels().safetyStock()).isCloseTo(343.5, within(PRINTED));
    assertThat(bike.policy().levels().reorderPoint()).isCloseTo(1243.5, within(PRINTED));
    assertThat(bike.policy().classes().abc()).isEqualTo(AbcClass.A);
    assertThat(bike.policy().classes().xyz()).isEqualTo(XyzClass.X);
  }

  @Test
  void takesThePlannersSafetyStockAsItIs() {
    ItemReview bike =
        review(item(GOLDEN_USE, stock(300, LATELY), policy(45, 10, OptionalDouble.of(7))));

    assertThat(bike.policy().levels().safetyStock()).isEqualTo(7);
    assertThat(bike.policy().levels().reorderPoint()).isCloseTo(907, within(TOLERANCE));
  }

  @Test
  void addsWhatProductionConsumesToWhatIsSold() {
    var use =
        new ItemStock.Use(
            List.of(0.0, 0.0), List.of(6.0, 14.0), OptionalDouble.of(10), OptionalDouble.of(3));

    assertThat(StockKeeping.demand(use).perPeriod()).isCloseTo(20, within(TOLERANCE));
    assertThat(StockKeeping.demand(use).errorDeviation())
        .isCloseTo(Math.sqrt(9 + 32), within(TOLERANCE));
  }

  @Test
  void takesTheLeadTimeSeenUnlessThePlannerSetOne() {
    ItemStock plain = item(GOLDEN_USE, stock(1, LATELY), ItemPolicy.NONE);
    ItemStock seen =
        new ItemStock(
            plain.label(),
            plain.use(),
            new ItemStock.SeenLead(4, 21, 7),
            plain.stock(),
            plain.policy());
    ItemStock set =
        new ItemStock(
            plain.label(),
            plain.use(),
            seen.lead(),
            plain.stock(),
            policy(10, 2, OptionalDouble.empty()));

    assertThat(leadTime(plain).periods()).isEqualTo(1);
    assertThat(leadTime(seen).periods()).isEqualTo(3);
    assertThat(leadTime(seen).deviation()).isEqualTo(1);
    assertThat(leadTime(set).periods()).isEqualTo(2);
    assertThat(leadTime(set).deviation()).isCloseTo(0.4, within(TOLERANCE));
  }

  private static LeadTime leadTime(ItemStock item) {
    return StockKeeping.leadTime(item, PlanningSettings.DEFAULT);
  }

  /**
   * Ten working days are 2.5 weeks where four days a week are worked; an item of class A gets 75 %.
   */
  @Test
  void countsTheWorkingDaysAndTakesTheServiceLevelsOfTheCompany() {
    PlanningSettings own =
        new PlanningSettings(
            0,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
            Set.of(),
            ServiceLevels.defaults().with(AbcClass.A, XyzClass.X, 0.75));
    ItemPolicy tenDays =
        new ItemPolicy(
            Optional.empty(),
            new ItemPolicy.Lead(OptionalDouble.of(10), OptionalDouble.of(0)),
            LotTerms.LOT_FOR_LOT,
            ItemPolicy.NONE.keeping(),
            Optional.empty());
    ItemReview bike =
        new StockKeeping(AS_OF, own)
            .review(List.of(item(GOLDEN_USE, stock(300, LATELY), tenDays)))
            .get(0);

    assertThat(bike.basis().leadTimeWeeks().periods()).isEqualTo(2.5);
    assertThat(bike.policy().levels().serviceLevel()).isEqualTo(0.75);
  }

  @Test
  void alarmsWhenTheStockDoesNotLastUntilANewOrderIsThere() {
    var twelveADay =
        new ItemStock.Use(List.of(), List.of(), OptionalDouble.of(84), OptionalDouble.of(0));
    ItemReview enough =
        review(item(twelveADay, stock(300, LATELY), policy(15, 0, OptionalDouble.empty())));
    ItemReview tooLittle =
        review(item(twelveADay, stock(300, LATELY), policy(20, 0, OptionalDouble.empty())));

    assertThat(enough.cover().days()).hasValueCloseTo(25.0, within(TOLERANCE));
    assertThat(enough.cover().alarms()).doesNotContain(ItemReview.Alarm.SHORT);
    assertThat(tooLittle.cover().alarms()).contains(ItemReview.Alarm.SHORT);
  }

  /** Of 12 that go a day 9 are made and 3 bought, which is no pace of production. */
  @Test
  void alarmsWhenLessIsMadeThanGoesAndTheStockCoversLittle() {
    ItemReview behind = goingTwelveADay(359, 15);
    assertThat(behind.cover().rhythm().madeToWent()).hasValueCloseTo(0.75, within(TOLERANCE));
    assertThat(behind.cover().rhythm().daysToStockOut())
        .hasValueCloseTo(359 / 3.0, within(TOLERANCE));
    assertThat(behind.cover().alarms()).containsExactly(ItemReview.Alarm.BEHIND);

    assertThat(goingTwelveADay(360, 15).cover().alarms()).isEmpty();
    assertThat(goingTwelveADay(480, 30).cover().alarms())
        .containsExactlyInAnyOrder(ItemReview.Alarm.BEHIND, ItemReview.Alarm.SHORT);
  }

  private static ItemReview goingTwelveADay(double onHand, int leadDays) {
    var use = new ItemStock.Use(List.of(), List.of(), OptionalDouble.of(84), OptionalDouble.of(0));
    return review(item(use, stock(onHand, LATELY), policy(leadDays, 0, OptionalDouble.empty())));
  }

  @Test
  void whatIsBoughtKeepsThePaceOfItsReceiptsAndIsNeverBehind() {
    ItemStock made = item(GOLDEN_USE, stock(1, LATELY), policy(15, 0, OptionalDouble.empty()));
    ItemReview bought =
        review(
            new ItemStock(
                new ItemStock.Label("WHEEL", "Wheel", ItemStock.Made.BOUGHT),
                made.use(),
                made.lead(),
                made.stock(),
                made.policy()));

    assertThat(bought.cover().rhythm().madeToWent()).isEmpty();
    assertThat(bought.cover().rhythm().daysToStockOut()).isEmpty();
    assertThat(bought.cover().alarms()).containsExactly(ItemReview.Alarm.SHORT);
  }

  @Test
  void callsStockDeadThatNothingLeftOrJoinedForHalfAYear() {
    Optional<LocalDate> old = Optional.of(AS_OF.minusDays(180));
    Optional<LocalDate> younger = Optional.of(AS_OF.minusDays(179));

    assertThat(deadOf(new ItemStock.Days(old, old))).isEqualTo(40);
    assertThat(deadOf(new ItemStock.Days(old, younger))).isZero();
    assertThat(deadOf(new ItemStock.Days(younger, old))).isZero();
    assertThat(deadOf(new ItemStock.Days(old, Optional.empty()))).isEqualTo(40);
  }

  private static double deadOf(ItemStock.Days days) {
    return review(item(GOLDEN_USE, stock(40, days), ItemPolicy.NONE)).surplus().dead();
  }

  @Test
  void excessIsWhatLiesAboveTheReorderPointAndOneOrder() {
    ItemReview bike =
        review(item(GOLDEN_USE, stock(5_000, LATELY), policy(45, 10, OptionalDouble.empty())));
    double most = bike.policy().levels().reorderPoint() + bike.policy().levels().orderQuantity();

    assertThat(bike.surplus().excess()).isCloseTo(5_000 - most, within(TOLERANCE));
    assertThat(review(item(GOLDEN_USE, stock(-5, LATELY), ItemPolicy.NONE)).surplus().excess())
        .isZero();
  }

  @Test
  void averagesTheStockOverTheDaysOfTheYear() {
    assertThat(ItemStock.YearMoves.of(0, 20_000, 10_000 * 73).averageValue()).isEqualTo(18_000);
  }

  @Test
  void anItemWithABillIsMadeUnlessThePlannerBuysIt() {
    ItemStock made = item(GOLDEN_USE, stock(1, LATELY), ItemPolicy.NONE);
    ItemPolicy bought =
        new ItemPolicy(
            Optional.of(Source.BUY),
            ItemPolicy.NONE.lead(),
            ItemPolicy.NONE.lot(),
            ItemPolicy.NONE.keeping(),
            Optional.empty());

    assertThat(StockKeeping.source(made)).isEqualTo(Source.MAKE);
    assertThat(StockKeeping.source(item(GOLDEN_USE, stock(1, LATELY), bought)))
        .isEqualTo(Source.BUY);
  }

  @Test
  void theCurveRisesWithTheServiceLevel() {
    ItemReview bike =
        review(item(GOLDEN_USE, stock(300, LATELY), policy(45, 10, OptionalDouble.empty())));

    assertThat(StockKeeping.curve(List.of(bike)))
        .hasSize(11)
        .isSortedAccordingTo(
            (left, right) -> Double.compare(left.safetyValue(), right.safetyValue()))
        .extracting(ServicePoint::serviceLevel)
        .startsWith(0.80)
        .endsWith(0.995);
  }

  @Test
  void itemsWithoutAnyUseKeepNothing() {
    var unused =
        new ItemStock.Use(List.of(), List.of(), OptionalDouble.empty(), OptionalDouble.empty());
    ItemReview review = review(item(unused, stock(3, LATELY), ItemPolicy.NONE));

    assertThat(review.policy().levels().safetyStock()).isZero();
    assertThat(review.policy().levels().reorderPoint()).isZero();
    assertThat(review.cover().days()).isEmpty();
    assertThat(review.cover().alarms()).isEmpty();
  }
}
