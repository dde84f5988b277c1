package org.millrace.analytics.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  private static final double CLOSE = 1e-3;
  private static final Hierarchy TWO =
      Hierarchy.of(List.of("A", "B")).withLevel("company", List.of("M", "M"));

  @Test
  void sumsTheWorkedExample() {
    assertThat(TWO.summed(3, 4)).containsExactly(7, 3, 4);
    assertThat(TWO.names()).containsExactly("company M", "A", "B");
    assertThat(TWO.gaps(10, 4, 5)).containsExactly(1);
  }

  @Test
  void levelsMayCross() {
    Hierarchy crossed =
        Hierarchy.of(List.of("i1 Jinan", "i1 Qingdao", "i2 Jinan"))
            .withLevel("company", List.of("M", "M", "M"))
            .withLevel("item", List.of("i1", "i1", "i2"))
            .withLevel("location", List.of("Jinan", "Qingdao", "Jinan"));

    assertThat(crossed.summed(1, 2, 4)).containsExactly(7, 3, 4, 5, 2, 1, 2, 4);
  }

  @Test
  void bottomUpKeepsTheLowest() {
    assertThat(new BottomUp(TWO).reconciled(10, 4, 5)).containsExactly(9, 4, 5);
  }

  @Test
  void minTraceSharesTheGapByVariance() {
    double[] equal = MinTrace.equal(TWO).reconciled(10, 4, 5);
    double[] structural = MinTrace.structural(TWO).reconciled(10, 4, 5);

    assertThat(equal[0]).isCloseTo(9.667, within(CLOSE));
    assertThat(equal[1]).isCloseTo(4.333, within(CLOSE));
    assertThat(equal[2]).isCloseTo(5.333, within(CLOSE));
    assertThat(structural[0]).isCloseTo(9.5, within(CLOSE));
    assertThat(structural[1]).isCloseTo(4.25, within(CLOSE));
  }

  @Test
  void shrinksTheWorkedCorrelation() {
    double[][] errors = {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, -1}};

    ErrorCovariance covariance = ErrorCovariance.shrunk(errors);

    assertThat(covariance.shrinkage()).isCloseTo(0.25, within(CLOSE));
    assertThat(covariance.at(1, 0)).isCloseTo(0.5, within(CLOSE));
    assertThat(covariance.at(0, 0)).isCloseTo(1, within(CLOSE));
  }

  @Test
  void demandDoesNotFallBelowZero() {
    double[] plain = MinTrace.equal(TWO).reconciled(0, 0.1, 6);
    double[] demand = MinTrace.equal(TWO).reconciledFromZero(0, 0.1, 6);

    assertThat(plain[1]).isNegative();
    assertThat(demand[1]).isEqualTo(0);
    assertThat(demand[0]).isEqualTo(demand[2]);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hierarchy.of(List.of("A", "A")))
        .withMessage("The lowest series need names of their own, but there are [A, A].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO.withLevel("group", List.of("G")))
        .withMessage("The level 'group' places 1 series, but there are 2 at the bottom.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BottomUp(TWO).reconciled(1, 2, Double.NaN))
        .withMessage("The value of 'B' is NaN; a number is needed.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinTrace.shrunk(TWO, new double[][] {{1, 2}, {1}, {1, 2}}))
        .withMessageContaining("'A' has 1 past errors and 'company M' has 2.");
  }
}
