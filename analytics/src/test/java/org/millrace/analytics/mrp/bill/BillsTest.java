package org.millrace.analytics.mrp.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class BillsTest {

  private static final List<String> ITEMS = List.of("A", "B", "C", "D");

  @Test
  void codesTheWorkedBillsByTheLongestWay() {
    Bills bills =
        Bills.of(
            ITEMS,
            List.of(BillLine.of("A", "B", 1), BillLine.of("A", "C", 1), BillLine.of("C", "B", 3)));

    assertThat(List.of(bills.level(0), bills.level(1), bills.level(2), bills.level(3)))
        .containsExactly(0, 2, 1, 0);
    assertThat(bills.planningOrder()).containsExactly(0, 3, 2, 1);
  }

  @Test
  void namesTheWholeCircleAndNothingBesideIt() {
    List<BillLine> lines =
        List.of(
            BillLine.of("A", "B", 1),
            BillLine.of("B", "C", 1),
            BillLine.of("C", "A", 1),
            BillLine.of("C", "D", 1));

    assertThatExceptionOfType(BillCycle.class)
        .isThrownBy(() -> Bills.of(ITEMS, lines))
        .withMessage(
            "Bills of material run in a circle: A > B > C > A; take one of these lines out");
  }

  @Test
  void namesAnItemThatTakesItself() {
    assertThatExceptionOfType(BillCycle.class)
        .isThrownBy(() -> Bills.of(ITEMS, List.of(BillLine.of("D", "D", 1))))
        .withMessageContaining("D > D;");
  }

  @Test
  void addsScrapToTheQuantity() {
    assertThat(new BillLine("A", "B", 2, 0.2).grossQuantity()).isEqualTo(2.5);
  }

  @Test
  void leavesOutLinesOfOtherItems() {
    Bills bills = Bills.of(ITEMS, List.of(BillLine.of("A", "X", 1), BillLine.of("X", "A", 1)));

    assertThat(bills.hasBill(0)).isFalse();
  }
}
