package org.millrace.analytics.demand.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.alert.Alert.Kind;
import org.millrace.analytics.demand.alert.Alert.Severity;
import org.millrace.analytics.demand.alert.Alerts.Facts;
import org.millrace.analytics.demand.alert.Alerts.LastWeek;

class AlertsTest {

  private static final double[] STEADY = new double[20];

  static {
    Arrays.fill(STEADY, 10);
  }

  private static double[] silentFor(int weeks) {
    double[] history = STEADY.clone();
    Arrays.fill(history, history.length - weeks, history.length, 0);
    return history;
  }

  private static List<Alert> alerts(OptionalDouble onHand, double... weeks) {
    return Alerts.of(new Facts(weeks, List.of(), ErrorSums.NONE, onHand));
  }

  private static List<Alert> leaning(double forecast) {
    ErrorSums sums = ErrorSums.NONE;
    for (int week = 0; week < 10; week++) {
      sums = sums.plus(10, week % 5 == 0 ? 9 : forecast, 10, 1);
    }
    return Alerts.of(new Facts(STEADY, List.of(), sums, OptionalDouble.empty()));
  }

  @Test
  void findsNothingInSteadyDemand() {
    assertThat(alerts(OptionalDouble.of(0), STEADY)).isEmpty();
  }

  @Test
  void callsSilenceWithoutStockAStockOutAndWithStockADyingItem() {
    Alert out = alerts(OptionalDouble.of(0), silentFor(3)).get(0);
    assertThat(out.kind()).isEqualTo(Kind.STOCK_OUT);
    assertThat(out.severity()).isEqualTo(Severity.URGENT);
    assertThat(out.en())
        .isEqualTo(
            "Stock-out suspected: nothing sold for 3 weeks and none on hand; before, 10 a week.");
    assertThat(out.zh()).isEqualTo("疑似缺货：3 周未售且无库存；此前每周 10。");

    Alert dying = alerts(OptionalDouble.of(40), silentFor(3)).get(0);
    assertThat(dying.kind()).isEqualTo(Kind.DYING_ITEM);
    assertThat(dying.en()).contains("for 3 weeks though 40 are on hand");
    assertThat(alerts(OptionalDouble.empty(), silentFor(3)).get(0).kind())
        .isEqualTo(Kind.DYING_ITEM);
  }

  @Test
  void letsSilencePassThatChanceExplains() {
    assertThat(alerts(OptionalDouble.of(0), silentFor(2))).isEmpty();
    double[] intermittent = {5, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0};
    assertThat(alerts(OptionalDouble.of(0), intermittent)).isEmpty();
    double[] mostly = {5, 5, 5, 5, 0, 5, 5, 5, 5, 0, 5, 0, 0, 0};
    assertThat(alerts(OptionalDouble.of(0), mostly)).hasSize(1);
  }

  @Test
  void namesANewItemAndNothingElse() {
    assertThat(alerts(OptionalDouble.of(0), 4, 0, 0, 0, 0, 0, 0, 0))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.kind()).isEqualTo(Kind.NEW_ITEM);
              assertThat(alert.units()).isEqualTo(0.5);
            });
    assertThat(alerts(OptionalDouble.of(0), 4, 4, 4, 4, 4, 4, 4, 4, 4)).isEmpty();
  }

  @Test
  void warnsOfForecastsThatLeanBeyondTheLimit() {
    Alert high = leaning(14).get(0);
    assertThat(high.kind()).isEqualTo(Kind.BIAS);
    assertThat(high.severity()).isEqualTo(Severity.URGENT);
    assertThat(high.en())
        .isEqualTo("The forecasts of 10 weeks were 30 % too high (tracking signal -8.8).");
    assertThat(leaning(6).get(0).en()).contains("too low (tracking signal 10)");
    assertThat(leaning(10.5)).isEmpty();
  }

  @Test
  void tellsOfAWeekOutsideTheInterval() {
    Facts facts =
        new Facts(STEADY, List.of(new LastWeek(30, 4, 18)), ErrorSums.NONE, OptionalDouble.empty());

    Alert alert = Alerts.of(facts).get(0);

    assertThat(alert.kind()).isEqualTo(Kind.OUTSIDE_INTERVAL);
    assertThat(alert.units()).isEqualTo(12);
    assertThat(alert.en())
        .isEqualTo("The last week sold 30, outside the 95 % interval from 4 to 18.");
    LastWeek within = new LastWeek(18, 4, 18);
    assertThat(
            Alerts.of(new Facts(STEADY, List.of(within), ErrorSums.NONE, OptionalDouble.empty())))
        .isEmpty();
  }
}
