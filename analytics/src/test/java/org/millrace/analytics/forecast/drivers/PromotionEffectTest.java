package org.millrace.analytics.forecast.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An effect that was put into simulated demand is found again, without a bend to either side. */
class PromotionEffectTest {

  private static final int DAYS = 730;
  private static final int SEEDS = 60;
  private static final double PUT_IN = 0.6;
  private static final double TEN_PER_CENT = 0.1 * PUT_IN;
  private static final double BIAS = 0.02 * PUT_IN;
  private static final double[] WEEK = {0, -0.1, 0, 0.1, 0.3, 0.5, -0.6};
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Test
  void oneItemAloneShowsItWithinTenPerCent() {
    double sum = 0;
    int close = 0;
    int held = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Effect effect = DriverRegression.alone(item(seed, PUT_IN, 20)).effect("promotion");
      sum += Math.log(effect.value());
      close += Math.abs(Math.log(effect.value()) - PUT_IN) <= TEN_PER_CENT ? 1 : 0;
      held += effect.low() <= Math.exp(PUT_IN) && effect.high() >= Math.exp(PUT_IN) ? 1 : 0;
    }
    assertThat(sum / SEEDS).isCloseTo(PUT_IN, within(BIAS));
    assertThat(close).isGreaterThanOrEqualTo((int) (0.9 * SEEDS));
    assertThat(held).isGreaterThanOrEqualTo((int) (0.85 * SEEDS));
  }

  @Test
  void slowItemsOfAGroupShowItTogether() {
    double sum = 0;
    int close = 0;
    int held = 0;
    int items = 0;
    for (int seed = 0; seed < SEEDS / 10; seed++) {
      List<ItemDemand> group = new ArrayList<>();
      List<Double> truths = new ArrayList<>();
      TestingDemand random = new TestingDemand(1000 + seed);
      for (int i = 0; i < 20; i++) {
        truths.add(PUT_IN + 0.05 * random.normal());
        group.add(item(100L * seed + i, truths.get(i), 1.5));
      }
      List<DriverFit> fits = DriverRegression.pooled(group);
      for (int i = 0; i < fits.size(); i++) {
        Effect effect = fits.get(i).effect("promotion");
        double truth = Math.exp(truths.get(i));
        sum += Math.log(effect.value()) - truths.get(i);
        close += Math.abs(Math.log(effect.value()) - truths.get(i)) <= 2 * TEN_PER_CENT ? 1 : 0;
        held += effect.low() <= truth && effect.high() >= truth ? 1 : 0;
        items++;
      }
    }
    assertThat(sum / items).isCloseTo(0, within(BIAS));
    assertThat(close).isGreaterThanOrEqualTo((int) (0.9 * items));
    assertThat(held).isGreaterThanOrEqualTo((int) (0.9 * items));
  }

  @Test
  void findsThePriceElasticity() {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      TestingDemand random = new TestingDemand(seed);
      double[] level = random.level(DAYS, 12);
      double[] prices = new double[DAYS];
      double[] demand = new double[DAYS];
      double price = 10;
      for (int t = 0; t < DAYS; t++) {
        price = t % 28 == 0 ? 10 * Math.exp(0.12 * random.normal()) : price;
        prices[t] = price;
        demand[t] = random.count(level[t] * Math.pow(price / 10, -2), 0.1);
      }
      Drivers drivers = Drivers.over(DAYS).withPrice("price", 10, prices);
      Effect effect = DriverRegression.alone(new ItemDemand("P", drivers, demand)).effect("price");
      assertThat(effect.isElasticity()).isTrue();
      sum += effect.value();
    }
    assertThat(sum / SEEDS).isCloseTo(-2, within(0.1));
  }

  private static ItemDemand item(long seed, double effect, double level) {
    TestingDemand random = new TestingDemand(seed);
    double[] promotion = TestingDemand.flags(random.promotions(DAYS), DAYS);
    double[] levels = random.level(DAYS, level);
    double[] demand = new double[DAYS];
    for (int t = 0; t < DAYS; t++) {
      double log = WEEK[t % 7] + 0.2 * Math.sin(2 * Math.PI * t / 365) + effect * promotion[t];
      demand[t] = random.count(levels[t] * Math.exp(log), 0.1);
    }
    Drivers drivers = Calendar.daily(FIRST, DAYS, Set.of()).withFlag("promotion", promotion);
    return new ItemDemand("I" + seed, drivers, demand);
  }
}
