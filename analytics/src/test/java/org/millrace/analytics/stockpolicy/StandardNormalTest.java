package org.millrace.analytics.stockpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

  private static final double PRINTED = 5e-7;

  @Test
  void agreesWithPrintedTables() {
    assertThat(StandardNormal.below(1.645)).isCloseTo(0.950015, within(PRINTED));
    assertThat(StandardNormal.quantile(0.95)).isCloseTo(1.644854, within(PRINTED));
    assertThat(StandardNormal.quantile(0.98)).isCloseTo(2.053749, within(PRINTED));
    assertThat(StandardNormal.quantile(0.5)).isCloseTo(0, within(PRINTED));
    assertThat(StandardNormal.loss(0)).isCloseTo(0.398942, within(PRINTED));
    assertThat(StandardNormal.loss(1)).isCloseTo(0.083315, within(PRINTED));
  }

  @Test
  void isExactFarOut() {
    assertThat(StandardNormal.above(6) / 9.865876450377e-10).isCloseTo(1, within(1e-9));
    assertThat(StandardNormal.above(4.9) / 4.791832765903e-7).isCloseTo(1, within(1e-8));
  }

  @Property(seed = "20261124")
  void theQuantileInvertsTheShare(@ForAll @DoubleRange(min = -5, max = 5) double z) {
    assertThat(StandardNormal.quantile(StandardNormal.below(z))).isCloseTo(z, within(1e-6));
  }

  @Property(seed = "20261124")
  void whatIsNotBelowIsAbove(@ForAll @DoubleRange(min = -40, max = 40) double z) {
    assertThat(StandardNormal.below(z) + StandardNormal.above(z)).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesAShareOfAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardNormal.quantile(1))
        .withMessageContaining("between 0 and 1, got 1.0");
  }
}
