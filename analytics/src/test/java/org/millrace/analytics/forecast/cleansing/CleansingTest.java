package org.millrace.analytics.forecast.cleansing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleansingTest {

  private static final double NEAR = 1e-9;

  @Test
  void aStockOutGetsWhatItsNeighboursSay() {
    assertThat(Cleansing.ofStockOuts(new double[] {10, 2, 14}, 1, out(1)))
        .containsExactly(new double[] {10, 12, 14}, within(NEAR));
  }

  @Test
  void whatWasSoldIsTheLeast() {
    assertThat(Cleansing.ofStockOuts(new double[] {10, 13, 14}, 1, out(1)))
        .containsExactly(10, 13, 14);
  }

  @Test
  void endsTakeTheNearestAndNoNeighbourChangesNothing() {
    assertThat(Cleansing.ofStockOuts(new double[] {0, 5, 0}, 1, out(0, 2)))
        .containsExactly(5, 5, 5);
    assertThat(Cleansing.ofStockOuts(new double[] {1, 2}, 1, out(0, 1))).containsExactly(1, 2);
  }

  @Test
  void theSeasonIsPutBackIntoAStockOut() {
    double[] demand = new double[48];
    Arrays.setAll(demand, i -> i % 12 == 11 ? 100 : 10);
    double[] sold = demand.clone();
    sold[35] = 3;

    assertThat(Cleansing.ofStockOuts(sold, 12, out(35))[35]).isBetween(85.0, 105.0);
  }

  @Test
  void onlyWhatCanHardlyBeTrueIsFarOutAndNeverAtTheEnds() {
    double[] values = new Random(3).doubles(40).map(value -> 95 + 10 * value).toArray();
    double[] odd = values.clone();
    odd[20] = 1e7;
    odd[30] = 120;
    odd[39] = 1e7;

    double[] cleansed = Cleansing.ofFarOutliers(odd, 1);

    assertThat(cleansed[20]).isBetween(95.0, 105.0);
    assertThat(cleansed[30]).isEqualTo(120);
    assertThat(cleansed[39]).isEqualTo(1e7);
  }

  @Test
  void marksThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cleansing.ofStockOuts(new double[] {1, 2}, 1, out(2)))
        .withMessage("Period 2 is marked as out of stock, but there are 2 values, counted from 0");
  }

  @Test
  void anOutlierIsFoundAndReplacedAndNoiseStays() {
    Random random = new Random(2);
    double[] history = new double[60];
    Arrays.setAll(history, i -> 100 + random.nextGaussian());
    double[] clean = history.clone();
    history[30] = 400;

    assertThat(Cleansing.outliers(clean, 1)).containsOnly(false);
    assertThat(Cleansing.outliers(history, 1)[30]).isTrue();
    assertThat(Cleansing.ofOutliers(history, 1)[30]).isBetween(96.0, 104.0);
    assertThat(Cleansing.ofOutliers(history, 1)[31]).isEqualTo(history[31]);
  }

  private static BitSet out(int... periods) {
    BitSet out = new BitSet();
    for (int period : periods) {
      out.set(period);
    }
    return out;
  }
}
