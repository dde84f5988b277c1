package org.millrace.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** After any sequence of acts no more is received than ordered, nor more billed than received. */
class AnyOrderActsTest {
  /** An act on one of two lines, or on one that has something left for it, with a share of that. */
  record Tried(Act act, int line, int percent) {}

  @Provide
  Arbitrary<List<Tried>> acts() {
    Arbitrary<Act> act =
        Arbitraries.frequency(
            Tuple.of(1, Act.CHANGE),
            Tuple.of(1, Act.CONFIRM),
            Tuple.of(7, Act.RECEIVE),
            Tuple.of(4, Act.INVOICE),
            Tuple.of(1, Act.CANCEL));
    return Combinators.combine(
            act, Arbitraries.integers().between(1, 2), Arbitraries.integers().between(1, 102))
        .as(Tried::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void receivesNoMoreThanOrderedAndBillsNoMoreThanReceived(@ForAll("acts") List<Tried> acts) {
    PurchaseOrder order = fresh();
    for (Tried tried : acts) {
      boolean wasPossible = order.refusal(tried.act()).isEmpty();
      boolean isAccepted = true;
      try {
        order = after(order, tried);
      } catch (Refused refused) {
        isAccepted = false;
      }
      Statistics.label("accepted").collect(isAccepted);
      assertThat(wasPossible || !isAccepted).as("%s on %s", tried, order).isTrue();
      check(order);
      if (order.status() == OrderStatus.INVOICED || order.status() == OrderStatus.CANCELLED) {
        order = fresh();
      }
    }
    Statistics.label("accepted").coverage(AnyOrderActsTest::atLeastHalf);
  }

  private static void atLeastHalf(StatisticsCoverage coverage) {
    coverage.check(true).percentage(percent -> percent >= 50);
  }

  private static PurchaseOrder after(PurchaseOrder order, Tried tried) {
    Function<PurchaseOrder.Line, Quantity> left =
        tried.act() == Act.RECEIVE
            ? PurchaseOrder.Line::outstandingQuantity
            : PurchaseOrder.Line::uninvoicedQuantity;
    PurchaseOrder.Line line =
        order.lines().stream()
            .filter(l -> left.apply(l).isPositive())
            .skip(tried.line() - 1)
            .findFirst()
            .orElse(order.lines().get(0));
    Quantity part = part(left.apply(line), tried.percent());
    return switch (tried.act()) {
      case CHANGE ->
          order.changed(
              new PurchaseOrder.Request(
                  order.supplier(),
                  order.promisedDate(),
                  List.of(PurchaseOrderTest.line(1, tried.percent(), "0.335"))));
      case CONFIRM -> order.promised(Map.of(line.line(), new Promised(order.promisedDate(), part)));
      case RECEIVE -> order.received(Map.of(line.line(), part));
      case RETURN -> order.returned(Map.of(line.line(), part));
      case INVOICE -> order.invoiced(Map.of(line.line(), part));
      case WAIVE_BILLS -> {
        order.require(Act.WAIVE_BILLS);
        yield order.billed(Map.of(line.line(), line.uninvoicedQuantity()));
      }
      case CANCEL -> order.cancelled();
    };
  }

  private static Quantity part(Quantity left, int percent) {
    BigDecimal share = left.value().multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
    return Quantity.of(share.setScale(Quantity.DECIMALS, RoundingMode.HALF_UP));
  }

  private static void check(PurchaseOrder order) {
    for (PurchaseOrder.Line line : order.lines()) {
      assertThat(line.outstandingQuantity().isNegative()).as(line.toString()).isFalse();
      assertThat(line.uninvoicedQuantity().isNegative()).as(line.toString()).isFalse();
    }
    boolean isAllHere =
        order.lines().stream().allMatch(line -> line.outstandingQuantity().isZero());
    assertThat(order.status() == OrderStatus.OPEN && isAllHere).as(order.toString()).isFalse();
    assertThat(order.netAmount().amount())
        .isEqualByComparingTo(
            order.lines().stream()
                .map(line -> line.netAmount().amount())
                .collect(Collectors.reducing(BigDecimal.ZERO, BigDecimal::add)));
  }

  private static PurchaseOrder fresh() {
    return PurchaseOrderTest.order(
        PurchaseOrderTest.line(1, 40, "42.50"), PurchaseOrderTest.line(2, 7, "0.335"));
  }
}
