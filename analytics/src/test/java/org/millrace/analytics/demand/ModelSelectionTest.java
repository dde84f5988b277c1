package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.forecast.intermittent.DemandPattern;

class ModelSelectionTest {

  private static final double STATIONARY_BIAS = 0.08;

  @Test
  void scoresByMissAndLean() {
    Candidate even = new Candidate("Even", new double[0], new double[][] {{3}, {-1}});
    Candidate leaning = new Candidate("Leaning", new double[0], new double[][] {{2}, {2}});

    assertThat(even.score()).isEqualTo(3);
    assertThat(leaning.score()).isEqualTo(4);
  }

  @Test
  void theMeanOfTwoCostsNothingMore() {
    Candidate one = new Candidate("One", new double[] {2}, new double[][] {{3, 1}});
    Candidate other = new Candidate("Other", new double[] {4}, new double[][] {{-1, 1}});

    Candidate mean = Candidate.between(one, other);

    assertThat(mean.title()).isEqualTo("One and other");
    assertThat(mean.ahead()).containsExactly(3);
    assertThat(mean.errors()[0]).containsExactly(1, 1);
  }

  @Test
  void seesOnlyTheWeeksBeforeEachOrigin() {
    double[] history = {1, 2, 4, 8};
    ModelSelection selection = ModelSelection.of(history, Grain.WEEK, 2);

    assertThat(selection.origins()).isEqualTo(2);
    assertThat(selection.firstAfter(0)).isEqualTo(2);
    assertThat(selection.firstAfter(1)).isEqualTo(1);
    assertThat(selection.naive().errors()[0]).containsExactly(2, 6);
    assertThat(selection.naive().errors()[1]).containsExactly(1, 3, 7);
  }

  @Test
  void sumsByStepAndScalesByTheNaiveWithinTheHistory() {
    double[] history = {100, 110, 90, 105};
    ModelSelection selection = ModelSelection.of(history, Grain.WEEK, 13);

    assertThat(selection.naiveScale()).isEqualTo(15);
    ErrorSums[] sums = selection.sumsByStep();
    assertThat(sums[0].periods()).isEqualTo(3);
    assertThat(sums[0].naiveAbsolute()).isCloseTo(45, within(1e-9));
    assertThat(sums[2].periods()).isEqualTo(1);
    assertThat(sums[3]).isEqualTo(ErrorSums.NONE);
  }

  @Test
  void demandNowAndThenThatStaysTheSameIsExpectedInFull() {
    Random random = new Random(1);
    double expected = 0;
    double forecast = 0;
    for (int i = 0; i < 150; i++) {
      double[] history = new double[52];
      for (int week = 0; week < history.length; week++) {
        double size = Math.max(1, Math.rint(10 * Math.exp(0.9 * random.nextGaussian())));
        history[week] = random.nextInt(3) == 0 ? size : 0;
      }
      if (DemandPattern.isIntermittent(history, Grain.WEEK.season())) {
        expected += 10 * Math.exp(0.9 * 0.9 / 2) / 3;
        forecast += ModelSelection.of(history, Grain.WEEK, 13).chosen().ahead()[0];
      }
    }

    assertThat(forecast / expected - 1).isBetween(-STATIONARY_BIAS, STATIONARY_BIAS);
  }

  @Test
  void learnsNothingFromWeeksThatAreNotKnownAndCountsNoErrorInThem() {
    double[] history = new double[40];
    Arrays.setAll(history, week -> 10);
    history[20] = Double.NaN;
    Arrays.fill(history, 36, 40, Double.NaN);
    ModelSelection selection = ModelSelection.of(history, Grain.WEEK, 13);

    assertThat(selection.chosen().ahead()[0]).isCloseTo(10, within(0.5));
    ErrorSums[] sums = selection.sumsByStep();
    assertThat(sums[0].periods()).isEqualTo(9);
    assertThat(sums[0].actual()).isCloseTo(90, within(1e-9));
    assertThat(selection.pattern()).isEqualTo(DemandPattern.SMOOTH);
    assertThat(selection.naiveScale()).isZero();
  }

  /** 30 is sold in week 38, after the gap: what is forecast before it must not know. */
  @Test
  void fillsAGapByWhatWasKnownAtEachOriginOnly() {
    double[] history = new double[40];
    Arrays.setAll(history, week -> week < 38 ? 10 : 30);
    Arrays.fill(history, 34, 38, Double.NaN);
    ModelSelection selection = ModelSelection.of(history, Grain.WEEK, 13);

    int origin = 4; // after week 34, which is not known
    assertThat(selection.firstAfter(origin)).isEqualTo(35);
    assertThat(history[38] - selection.naive().errors()[origin][3]).isEqualTo(10);
  }
}
