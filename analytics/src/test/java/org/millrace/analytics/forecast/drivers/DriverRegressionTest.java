package org.millrace.analytics.forecast.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

class DriverRegressionTest {

  private static final double CLOSE = 1e-3;
  private static final ForecastMethod METHOD = new SimpleSmoothing();

  @Test
  void findsTheWorkedEffectAndSaysIt() {
    DriverFit fit = DriverRegression.alone(alternating(24, 26));

    assertThat(fit.effect("promotion").value()).isCloseTo(2, within(CLOSE));
    assertThat(fit.effect("promotion").text()).startsWith("promotion x2.00 (");
    assertThat(fit.effect("promotion").isClear()).isTrue();
  }

  @Test
  void putsThePlannedEffectBackOn() {
    double[] forecast = DriverRegression.alone(alternating(24, 26)).forecast(METHOD, 2);

    assertThat(forecast[0]).isCloseTo(2, within(0.01));
    assertThat(forecast[1]).isCloseTo(4, within(0.01));
  }

  @Test
  void anEffectThatGrewIsMoreTheNewThanTheOld() {
    double[] flags = new double[800];
    double[] demand = new double[800];
    for (int t = 0; t < 800; t++) {
      flags[t] = t % 2;
      demand[t] = 10 * (1 + flags[t] * (t < 400 ? 1 : 2));
    }
    Drivers drivers = Drivers.over(800).withFlag("promotion", flags);

    Effect effect =
        DriverRegression.alone(new ItemDemand("I", drivers, demand)).effect("promotion");

    assertThat(effect.value()).isBetween(2.6, 2.9);
  }

  @Test
  void aRunningPromotionStrongerThanUsualEndsWithItself() {
    BitSet plan = new BitSet();
    double[] demand = new double[400];
    Arrays.fill(demand, 10);
    for (int start = 40; start < 392; start += 32) {
      plan.set(start, start + 8);
      Arrays.fill(demand, start, start + 8, 20);
    }
    plan.set(392, 406);
    Arrays.fill(demand, 392, 400, 40);
    Drivers drivers = Promotions.planned(420, List.of(plan)).drivers(0, demand.length);

    double[] forecast =
        DriverRegression.alone(new ItemDemand("I", drivers, demand)).forecast(METHOD, 20);

    assertThat(forecast[5]).isBetween(36.0, 44.0);
    assertThat(forecast[19]).isBetween(9.0, 11.0);
  }

  @Test
  void saysTheEffectOfSeveralDriversTogether() {
    double[] on = new double[160];
    double[] first = new double[160];
    double[] demand = new double[160];
    for (int t = 0; t < 160; t++) {
      on[t] = t % 8 < 4 ? 1 : 0;
      first[t] = t % 8 < 2 ? 1 : 0;
      demand[t] = 8 * (1 + on[t]) * (1 + 0.5 * first[t]);
    }
    Drivers drivers =
        Drivers.over(160).withFlag("promotion", on).withFlag("promotion, first days", first);

    DriverFit fit = DriverRegression.alone(new ItemDemand("I", drivers, demand));

    Effect together = fit.together("promotion");
    assertThat(together.value()).isCloseTo(2.449, within(CLOSE));
    assertThat(together.low()).isLessThan(together.value());
    assertThat(together.high()).isGreaterThan(together.value()).isLessThan(2.6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit.together("price"))
        .withMessageContaining("No driver of item I that begins with 'price' was ever on");
  }

  @Test
  void saysAnElasticityAsOne() {
    assertThat(new Effect("price", true, -2, -2.4, -1.6).text())
        .isEqualTo("price elasticity -2.00 (-2.40 to -1.60)");
    assertThat(new Effect("holiday", false, 0.9, 0.7, 1.1).isClear()).isFalse();
  }

  @Test
  void closedStepsTeachNothingAndAreForecastAsNothing() {
    double[] demand = new double[40];
    BitSet closed = new BitSet();
    for (int t = 0; t < 40; t++) {
      demand[t] = t % 7 == 6 ? 999 : 5;
      closed.set(t, t % 7 == 6);
    }
    closed.set(40);
    Drivers drivers = Drivers.over(42).withClosed(closed);

    double[] forecast =
        DriverRegression.alone(new ItemDemand("I", drivers, demand)).forecast(METHOD, 2);

    assertThat(forecast[0]).isEqualTo(0);
    assertThat(forecast[1]).isCloseTo(5, within(CLOSE));
  }

  @Test
  void stepsWithoutSightAreLeftOut() {
    double[] demand = new double[30];
    Arrays.fill(demand, 4);
    demand[10] = Double.NaN;
    demand[29] = Double.NaN;

    double[] forecast =
        DriverRegression.alone(new ItemDemand("I", Drivers.over(31), demand)).forecast(METHOD, 1);

    assertThat(forecast[0]).isCloseTo(4, within(CLOSE));
  }

  @Test
  void anItemNeverPromotedTakesTheEffectOfItsGroup() {
    List<ItemDemand> group = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      group.add(alternating(60, 60));
    }
    double[] demand = new double[60];
    Arrays.fill(demand, 3);
    group.add(
        new ItemDemand("new", Drivers.over(60).withFlag("promotion", new double[60]), demand));

    Effect effect = DriverRegression.pooled(group).get(5).effect("promotion");

    assertThat(effect.value()).isCloseTo(2, within(0.02));
    assertThat(effect.high() / effect.low()).isGreaterThan(1.01);
  }

  @Test
  void theUnitOfDemandDoesNotMatter() {
    ItemDemand small = noisy(3, 1);
    ItemDemand large = noisy(3, 1000);

    DriverFit one = DriverRegression.alone(small);
    DriverFit other = DriverRegression.alone(large);

    assertThat(other.effect("promotion").value())
        .isCloseTo(one.effect("promotion").value(), within(CLOSE));
    assertThat(other.forecast(METHOD, 5)[4] / one.forecast(METHOD, 5)[4])
        .isCloseTo(1000, within(1.0));
  }

  @Test
  void intervalsHoldWhatTheyPromise() {
    int values = 0;
    int within80 = 0;
    int within95 = 0;
    for (int seed = 0; seed < 60; seed++) {
      ItemDemand all = noisy(seed, 1);
      int known = all.length() - 28;
      double[] demand = new double[known];
      Arrays.setAll(demand, all::at);
      SeriesForecast forecast =
          DriverRegression.alone(new ItemDemand("I", all.drivers(), demand))
              .forecast(METHOD, 28, Levels.DEFAULT);
      for (int step = 0; step < 28; step++) {
        double seen = all.at(known + step);
        List<SeriesForecast.Band> bands = forecast.steps().get(step).bands();
        within80 += seen >= bands.get(0).low() && seen <= bands.get(0).high() ? 1 : 0;
        within95 += seen >= bands.get(1).low() && seen <= bands.get(1).high() ? 1 : 0;
        values++;
      }
    }
    assertThat((double) within80 / values).isBetween(0.76, 0.84);
    assertThat((double) within95 / values).isBetween(0.925, 0.975);
  }

  @Test
  void aFlagThatIsOnJustWhereSomethingWasSoldExplodesNothing() {
    List<ItemDemand> group = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      TestingDemand random = new TestingDemand(seed);
      double[] demand = new double[200];
      double[] flag = new double[210];
      Arrays.fill(flag, 1);
      for (int t = 0; t < 200; t++) {
        demand[t] = random.count(0.7, 0.1);
        flag[t] = demand[t] > 0 ? 1 : 0;
      }
      group.add(new ItemDemand("I" + seed, Drivers.over(210).withFlag("promotion", flag), demand));
    }
    for (DriverFit fit : DriverRegression.pooled(group)) {
      for (double ahead : fit.forecast(METHOD, 10)) {
        assertThat(ahead).isBetween(0.0, 10.0);
      }
    }
  }

  @Test
  void nothingEverSoldIsForecastAsNothing() {
    ItemDemand item = new ItemDemand("I", Drivers.over(25), new double[20]);

    SeriesForecast forecast = DriverRegression.alone(item).forecast(METHOD, 5, Levels.DEFAULT);

    for (SeriesForecast.Step step : forecast.steps()) {
      assertThat(step.mean()).isEqualTo(0);
      assertThat(step.bands().get(1).high()).isCloseTo(0, within(CLOSE));
    }
  }

  @Test
  void refusesWhatCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ItemDemand("I-7", Drivers.over(2), 1, -3))
        .withMessageContaining("The demand of item I-7 at step 1 is -3.0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drivers.over(2).withFlag("promotion", 1))
        .withMessage("The driver 'promotion' has 1 values, but 2 steps are covered.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drivers.over(2).withPrice("price", 9, 8, 0))
        .withMessageContaining("The price 'price' of step 1 must be above 0, but is 0.0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DriverRegression.alone(alternating(24, 26)).forecast(METHOD, 3))
        .withMessageContaining("planned for 2 steps ahead, but 3 are to be forecast");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DriverRegression.pooled(
                    List.of(alternating(4, 4), new ItemDemand("J", Drivers.over(4), 1, 2, 3, 4))))
        .withMessageContaining("Item J has the drivers [], but I has [promotion].");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DriverRegression.alone(new ItemDemand("I", Drivers.over(5), 1, 2))
                    .forecast(METHOD, 1, Levels.DEFAULT))
        .withMessageContaining("2 steps of demand are too few for an interval; 6 are needed.");
  }

  private static ItemDemand alternating(int known, int covered) {
    double[] flags = new double[covered];
    Arrays.setAll(flags, t -> t % 2);
    double[] demand = new double[known];
    Arrays.setAll(demand, t -> 2 + 2 * (t % 2));
    return new ItemDemand("I", Drivers.over(covered).withFlag("promotion", flags), demand);
  }

  private static ItemDemand noisy(long seed, double unit) {
    TestingDemand random = new TestingDemand(seed);
    int days = 500;
    double[] flags = TestingDemand.flags(random.promotions(days + 28), days + 28);
    double[] level = random.level(days, 9);
    double[] demand = new double[days];
    Arrays.setAll(demand, t -> unit * random.count(level[t] * Math.exp(0.7 * flags[t]), 0.15));
    return new ItemDemand("I", Drivers.over(days + 28).withFlag("promotion", flags), demand);
  }
}
