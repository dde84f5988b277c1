package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final ForecastMethod NAIVE = new SeasonalNaive(1);

  @Test
  void measuresTheWorkedErrorOfAFixedForecast() {
    double[] forecast = {90, 130, 100, 95};
    ForecastMethod fixed = new FixedForecast(forecast);

    Backtest backtest = Backtest.of(fixed, new double[] {105, 100, 120, 80, 100}, 1, 1);

    assertThat(backtest.absoluteError()).isCloseTo(45, within(1e-9));
    assertThat(backtest.wape()).hasValueCloseTo(0.1125, within(1e-9));
  }

  @Test
  void seesOnlyTheWeeksBeforeEachOrigin() {
    Backtest backtest = Backtest.of(NAIVE, new double[] {1, 2, 4, 8}, 2, 2);

    assertThat(backtest.origins()).isEqualTo(2);
    assertThat(backtest.absoluteErrors(1, 1)).containsExactly(2, 4);
    assertThat(backtest.absoluteErrors(2, 2)).containsExactly(6);
    assertThat(backtest.oneStepAhead())
        .containsExactly(new Backtest.PastWeek(2, 4, 2), new Backtest.PastWeek(3, 8, 4));
  }

  @Test
  void hasNoShareOfErrorWhenNothingWasSold() {
    assertThat(Backtest.of(NAIVE, new double[] {3, 0, 0, 0}, 2, 2).wape()).isEmpty();
  }

  @Test
  void hasNothingToMeasureWithoutAnOrigin() {
    assertThat(Backtest.of(NAIVE, new double[] {3}, 1, 2).wape()).isEmpty();
  }

  @Test
  void widthIsTheEighthOfNineErrorsAndNeverShrinks() {
    double[] history = {0, 1, 0, 2, 0, 3, 0, 4, 0, 5};
    Backtest backtest = Backtest.of(new FixedForecast(new double[9]), history, 1, 1);

    double[] widths = Interval.halfWidths(backtest, 4, 99);

    assertThat(widths[0]).isEqualTo(4);
    assertThat(widths).isSorted();
  }

  /** Says one given value per origin, whatever the history. */
  private record FixedForecast(double[] values) implements ForecastMethod {

    @Override
    public String title() {
      return "Fixed";
    }

    @Override
    public double[] forecast(double[] history, int steps) {
      return new double[] {values[history.length - 1]};
    }
  }
}
