package org.millrace.stock.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingMethod;
import org.millrace.item.CostingRule;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.valuation.Step.How;

/** Ten at 10.00, then ten at 12.00, by each method. */
class CostingTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  private final List<Step> steps = new ArrayList<>();

  @Test
  void valuesTheGoldenExampleByEachMethod() {
    come(10, "100");
    come(10, "120");
    LineKey issue = leave(15);
    assertThat(value(CostingMethod.FIFO, issue)).isEqualTo(euros("-160"));
    assertThat(end(CostingMethod.FIFO)).isEqualTo(euros("60"));
    assertThat(value(CostingMethod.MOVING_AVERAGE, issue)).isEqualTo(euros("-165"));
    assertThat(end(CostingMethod.MOVING_AVERAGE)).isEqualTo(euros("55"));
    assertThat(value(CostingMethod.MONTHLY_AVERAGE, issue)).isEqualTo(euros("-165"));
    assertThat(value(CostingMethod.STANDARD, issue)).isEqualTo(euros("-150"));
    assertThat(end(CostingMethod.STANDARD)).isEqualTo(euros("50"));
  }

  @Test
  void tellsWhatGoodsCostMoreThanTheirStandard() {
    come(10, "100");
    LineKey dearer = come(10, "120");
    assertThat(valued(CostingMethod.STANDARD).of(dearer).difference()).isEqualTo(euros("-20"));
  }

  @Test
  void givesTheGoodsThatAreGoneTheirShareOfALateCost() {
    LineKey first = come(10, "100");
    leave(6);
    LineKey freight = charge(first, 10, "10");
    Valued late = valued(CostingMethod.MOVING_AVERAGE).of(freight);
    assertThat(late.value()).isEqualTo(euros("10"));
    assertThat(late.difference()).isEqualTo(euros("-6"));
    assertThat(end(CostingMethod.MOVING_AVERAGE)).isEqualTo(euros("44"));
  }

  @Test
  void leavesTheCostOfIssuesBeforeALateCostAsItWas() {
    LineKey first = come(10, "100");
    LineKey before = leave(5);
    charge(first, 10, "20");
    LineKey after = leave(1);
    assertThat(value(CostingMethod.MOVING_AVERAGE, before)).isEqualTo(euros("-50"));
    assertThat(value(CostingMethod.MOVING_AVERAGE, after)).isEqualTo(euros("-12"));
  }

  @Test
  void looksForTheGoodsOfALateCostInTheirOwnLayer() {
    LineKey first = come(10, "100");
    come(10, "120");
    leave(8);
    LineKey freight = charge(first, 10, "50");
    assertThat(valued(CostingMethod.FIFO).of(freight).difference()).isEqualTo(euros("-40"));
    assertThat(valued(CostingMethod.MOVING_AVERAGE).of(freight).difference()).isEqualTo(euros("0"));
  }

  @Test
  void takesGoodsBackAtWhatTheyCostWhenTheyLeft() {
    come(10, "100");
    LineKey issue = leave(5);
    come(10, "300");
    LineKey first = add(2, new How.BackFrom(List.of(issue)));
    LineKey rest = add(3, new How.BackFrom(List.of(issue)));
    assertThat(value(CostingMethod.MOVING_AVERAGE, first)).isEqualTo(euros("20"));
    assertThat(value(CostingMethod.MOVING_AVERAGE, rest)).isEqualTo(euros("30"));
  }

  @Test
  void leavesNothingWhenTheLastGoodsGoBackToTheirSupplier() {
    LineKey cheap = come(1, "10");
    come(1, "20");
    leave(1);
    LineKey back = add(1, new How.BackTo(List.of(cheap), Step.LeavesAt.PRICE_PAID));
    Valued gone = valued(CostingMethod.MOVING_AVERAGE).of(back);
    assertThat(gone.value()).isEqualTo(euros("-10"));
    assertThat(gone.difference()).isEqualTo(euros("-5"));
    assertThat(end(CostingMethod.MOVING_AVERAGE)).isEqualTo(euros("0"));
  }

  @Test
  void carriesLayersIntoAnotherPool() {
    come(4, "40");
    come(4, "52");
    LineKey departure = add(6, new How.Departure("shop"));
    add("shop", 6, new How.Arrival(departure));
    LineKey issue = add("shop", 5, new How.Issue());
    assertThat(value(CostingMethod.FIFO, issue)).isEqualTo(euros("-53"));
    assertThat(valued(CostingMethod.FIFO).pools().get("shop").value()).isEqualTo(euros("13"));
  }

  @Test
  void revaluesWhatIsThere() {
    come(10, "100");
    LineKey change = add(0, new How.Revalue(euros("12")));
    for (CostingMethod method : CostingMethod.values()) {
      assertThat(value(method, change)).as(method.name()).isEqualTo(euros("20"));
    }
  }

  @Test
  void keepsThePriceOfAMonthThatBringsNothing() {
    come(3, "10");
    month = "2026-02";
    LineKey first = leave(1);
    month = "2026-03";
    LineKey second = leave(1);
    assertThat(value(CostingMethod.MONTHLY_AVERAGE, first)).isEqualTo(euros("-3.33"));
    assertThat(value(CostingMethod.MONTHLY_AVERAGE, second)).isEqualTo(euros("-3.33"));
    assertThat(end(CostingMethod.MONTHLY_AVERAGE)).isEqualTo(euros("3.34"));
  }

  @Test
  void leavesNothingInAMonthWhenTheLastGoodsGoBackToTheirSupplier() {
    LineKey cheap = come(1, "10");
    come(1, "20");
    leave(1);
    month = "2026-02";
    LineKey back = add(1, new How.BackTo(List.of(cheap), Step.LeavesAt.PRICE_PAID));
    assertThat(valued(CostingMethod.MONTHLY_AVERAGE).of(back).difference()).isEqualTo(euros("-5"));
    assertThat(end(CostingMethod.MONTHLY_AVERAGE)).isEqualTo(euros("0"));
  }

  @Test
  void coversWhatLeftInAnEarlierMonthAtThePriceOfThisOne() {
    come(2, "10");
    leave(4);
    month = "2026-02";
    LineKey receipt = come(10, "80");
    Valued covers = valued(CostingMethod.MONTHLY_AVERAGE).of(receipt);
    assertThat(covers.covering()).isEqualTo(euros("-6"));
    assertThat(end(CostingMethod.MONTHLY_AVERAGE)).isEqualTo(euros("64"));
  }

  @Test
  void sharesAnAmountSoThatTheSharesAddUp() {
    List<java.math.BigDecimal> seven =
        java.util.Collections.nCopies(7, java.math.BigDecimal.valueOf(100));
    List<Money> shares = Shares.among(euros("0.04"), seven);
    assertThat(shares).allMatch(s -> s.equals(euros("0")) || s.equals(euros("0.01")));
    assertThat(shares.stream().reduce(euros("0"), Money::plus)).isEqualTo(euros("0.04"));
  }

  private String month = "2026-01";

  private LineKey come(long quantity, String value) {
    return add(quantity, new How.OwnCost(euros(value)));
  }

  private LineKey leave(long quantity) {
    return add(quantity, new How.Issue());
  }

  private LineKey charge(LineKey receipt, long received, String amount) {
    Step.Part part = new Step.Part(receipt, Quantity.of(received), euros(amount));
    return add(0, new How.Charge(List.of(part)));
  }

  private LineKey add(long quantity, How how) {
    return add("", quantity, how);
  }

  private LineKey add(String pool, long quantity, How how) {
    LineKey line = new LineKey("S", steps.size());
    Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(steps.size());
    steps.add(new Step(line, new Step.When(at, month), pool, Quantity.of(quantity), how));
    return line;
  }

  private Valuation valued(CostingMethod method) {
    return Costing.of(new CostingRule(method, CostingLevel.ITEM), EUR).value(steps);
  }

  private Money value(CostingMethod method, LineKey line) {
    return valued(method).of(line).value();
  }

  private Money end(CostingMethod method) {
    return valued(method).end().value();
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }
}
