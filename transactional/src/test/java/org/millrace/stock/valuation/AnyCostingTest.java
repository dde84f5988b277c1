package org.millrace.stock.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingMethod;
import org.millrace.item.CostingRule;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.valuation.Step.How;

/** Whatever happens to an item, by any method. */
class AnyCostingTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  /** Goods in (above 0) at a price for one, or out; or a charge on the receipt before, or less. */
  record Happening(int month, long quantity, long pence, int kind) {}

  @Property(tries = 1000)
  void theValueIsTheSumOfAllThatIsTold(
      @ForAll("happenings") List<Happening> happenings, @ForAll CostingMethod method) {
    List<Step> steps = steps(happenings);
    Valuation valuation = Costing.of(new CostingRule(method, CostingLevel.ITEM), GBP).value(steps);
    Money sum = Money.zero(GBP);
    Quantity onHand = Quantity.ZERO;
    for (Step step : steps) {
      Valued told = valuation.of(step.line());
      sum = sum.plus(told.value()).plus(told.covering()).plus(told.difference());
      onHand = onHand.plus(MonthsOfItem.signed(step));
    }
    assertThat(valuation.end().value()).isEqualTo(sum);
    assertThat(valuation.end().onHand()).isEqualTo(onHand);
  }

  @Property(tries = 5000)
  void goodsAreNotWorthLessThanNothingAndNoGoodsNothing(
      @ForAll("happenings") List<Happening> happenings, @ForAll CostingMethod method) {
    List<Step> steps = steps(happenings);
    Valuation valuation = Costing.of(new CostingRule(method, CostingLevel.ITEM), GBP).value(steps);
    ItemValue end = valuation.end();
    if (end.onHand().isZero()) {
      assertThat(end.value()).isEqualTo(Money.zero(GBP));
    } else if (end.onHand().isPositive()) {
      assertThat(end.value()).isGreaterThanOrEqualTo(Money.zero(GBP));
    }
  }

  @Property(tries = 1000)
  void theLastUnitLeavesNothing(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll CostingMethod method,
      @ForAll boolean isNamed) {
    List<Step> steps = steps(happenings);
    Quantity there =
        Costing.of(new CostingRule(method, CostingLevel.ITEM), GBP).value(steps).end().onHand();
    if (there.isPositive()) {
      steps.add(
          step(steps.size(), 12, there, isNamed ? new How.Named(pounds(99)) : new How.Issue()));
    }
    if (!there.isNegative()) {
      ItemValue end =
          Costing.of(new CostingRule(method, CostingLevel.ITEM), GBP).value(steps).end();
      assertThat(end.onHand()).isEqualTo(Quantity.ZERO);
      assertThat(end.value()).isEqualTo(Money.zero(GBP));
    }
  }

  private static List<Step> steps(List<Happening> happenings) {
    List<Happening> inOrder = new ArrayList<>(happenings);
    inOrder.sort(java.util.Comparator.comparingInt(Happening::month));
    List<Step> steps = new ArrayList<>();
    List<Step> receipts = new ArrayList<>();
    List<Step> issues = new ArrayList<>();
    for (Happening one : inOrder) {
      Quantity quantity = Quantity.of(Math.abs(one.quantity()));
      int at = steps.size();
      if (one.kind() == 1 && !receipts.isEmpty()) {
        Step of = receipts.get(receipts.size() - 1);
        long more = one.pence() * Long.signum(one.quantity());
        Step.Part part = new Step.Part(of.line(), of.quantity(), pounds(more));
        steps.add(step(at, one.month(), Quantity.ZERO, new How.Charge(List.of(part))));
      } else if (one.kind() == 2 && !issues.isEmpty()) {
        LineKey of = issues.get(issues.size() - 1).line();
        steps.add(step(at, one.month(), quantity, new How.BackFrom(List.of(of))));
      } else if (one.kind() == 3 && !receipts.isEmpty()) {
        LineKey of = receipts.get(receipts.size() - 1).line();
        How back = new How.BackTo(List.of(of), Step.LeavesAt.PRICE_PAID);
        steps.add(step(at, one.month(), quantity, back));
      } else if (one.kind() == 4) {
        steps.add(step(at, one.month(), quantity, new How.Named(pounds(one.pence() + 1))));
      } else if (one.kind() == 5) {
        steps.add(step(at, one.month(), quantity, new How.KnownCost()));
      } else if (one.quantity() > 0) {
        Money value = pounds(one.pence() * one.quantity());
        receipts.add(step(at, one.month(), quantity, new How.OwnCost(value)));
        steps.add(receipts.get(receipts.size() - 1));
      } else {
        issues.add(step(at, one.month(), quantity, new How.Issue()));
        steps.add(issues.get(issues.size() - 1));
      }
    }
    return steps;
  }

  private static Step step(int line, int month, Quantity quantity, How how) {
    Instant at = Instant.EPOCH.plusSeconds(line);
    Step.When when = new Step.When(at, "2026-%02d".formatted(month));
    return new Step(new LineKey("S", line), when, "", quantity, how);
  }

  private static Money pounds(long pence) {
    return Money.of(BigDecimal.valueOf(pence, 2), GBP);
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    Arbitrary<Integer> month = Arbitraries.integers().between(1, 4);
    Arbitrary<Long> quantity = Arbitraries.longs().between(-30, 30).filter(q -> q != 0);
    Arbitrary<Long> pence = Arbitraries.longs().between(0, 5_000);
    Arbitrary<Integer> kind = Arbitraries.integers().between(0, 8);
    return Combinators.combine(month, quantity, pence, kind)
        .as(Happening::new)
        .list()
        .ofMaxSize(15);
  }
}
