package org.millrace.analytics.forecast.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked numbers of the parts. */
class DriverPartsTest {

  private static final double CLOSE = 1e-3;

  @Test
  void variation() {
    Variation fitted =
        Variation.of(new double[] {1 + Math.sqrt(2), 4 - Math.sqrt(20)}, new double[] {1, 4});

    assertThat(fitted.linear()).isCloseTo(1, within(CLOSE));
    assertThat(fitted.quadratic()).isCloseTo(1, within(CLOSE));
    assertThat(fitted.of(4)).isCloseTo(20, within(CLOSE));
  }

  @Test
  void varianceBetweenItems() {
    double[] effects = {0.2, 0.4, 0.9};
    double[] variances = {0.05, 0.05, 0.05};

    double between = Prior.between(effects, variances);

    assertThat(between).isCloseTo(0.08, within(CLOSE));
    assertThat(Prior.mean(between, effects, variances)).isCloseTo(0.5, within(CLOSE));
    assertThat(Prior.between(new double[] {0.5, 0.5}, new double[] {0.1, 0.1}))
        .isCloseTo(0.0001, within(1e-6));
  }

  @Test
  void localLevel() {
    double[] levels =
        LocalLevel.ratios(0.5, new int[] {0, 1}, new double[] {1, 3}, new double[] {1, 1});

    assertThat(levels[0]).isCloseTo(1.667, within(CLOSE));
    assertThat(levels[1]).isCloseTo(2.333, within(CLOSE));
  }

  @Test
  void oldStepsTellLess() {
    double[] freshness = ItemRegression.freshness(4, 0, 1, 3);

    assertThat(freshness[0]).isCloseTo(Math.pow(2, -1.5), within(CLOSE));
    assertThat(freshness[1]).isCloseTo(0.5, within(CLOSE));
    assertThat(freshness[2]).isEqualTo(1);
  }

  @Test
  void quantileOfMisses() {
    assertThat(Misses.quantile(0.6, 1, 2, 3)).isCloseTo(2.4, within(CLOSE));
    assertThat(Misses.quantile(0.99, 1, 2, 3)).isEqualTo(3);
    assertThat(Misses.quantile(0.01, 1, 2, 3)).isEqualTo(1);
  }

  @Test
  void wavesOfTheYear() {
    Drivers year = Calendar.daily(LocalDate.of(2023, 7, 2), 1, Set.of());

    assertThat(value(year, "season, sine 1", 0)).isCloseTo(-0.0086, within(1e-4));
    assertThat(value(year, "season, cosine 1", 0)).isCloseTo(-1, within(1e-4));
  }

  @Test
  void weekdaysAndHolidays() {
    LocalDate monday = LocalDate.of(2024, 12, 23);
    Drivers days = Calendar.daily(monday, 7, Set.of(LocalDate.of(2024, 12, 25)));

    assertThat(days.names()).contains("Tuesday", "Sunday").doesNotContain("Monday");
    assertThat(value(days, "Wednesday", 2)).isEqualTo(1);
    assertThat(value(days, "holiday", 2)).isEqualTo(1);
    assertThat(value(days, "day before a holiday", 1)).isEqualTo(1);
    assertThat(value(days, "day after a holiday", 3)).isEqualTo(1);
    assertThat(value(days, "holiday", 3)).isEqualTo(0);

    Drivers weeks = Calendar.weekly(monday, 2, Set.of(LocalDate.of(2024, 12, 25)));

    assertThat(value(weeks, "each holiday in a week", 0)).isEqualTo(1);
    assertThat(value(weeks, "each holiday in a week", 1)).isEqualTo(0);
  }

  @Test
  void priceAgainstTheUsualOne() {
    Drivers price = Drivers.over(1).withPrice("price", 100, 80);

    assertThat(value(price, "price", 0)).isCloseTo(-0.2231, within(1e-4));
  }

  @Test
  void planBehindARecordOfSales() {
    BitSet recorded = new BitSet();
    recorded.set(2);
    recorded.set(4);
    recorded.set(9);

    BitSet plan = Promotions.plan(new double[] {1, 0, 3, 0, 2, Double.NaN, 0, 1, 0, 4}, recorded);

    assertThat(plan.stream().toArray()).containsExactly(2, 3, 4, 9);
  }

  @Test
  void halfTheGroupTogether() {
    List<BitSet> plans = List.of(days(10, 14), days(12, 20), days(40, 44), new BitSet());
    Promotions promotions = Promotions.planned(60, plans);

    Drivers first = promotions.drivers(0);

    assertThat(value(first, "promotion", 9)).isEqualTo(0);
    assertThat(value(first, "promotion", 10)).isEqualTo(1);
    assertThat(value(first, "promotion, first days", 13)).isCloseTo(Math.exp(-1), within(CLOSE));
    assertThat(value(first, "promotion under a week", 10)).isEqualTo(1);
    assertThat(value(first, "promotion with over 40 % of the group", 10)).isEqualTo(1);
    assertThat(value(first, "promotion with over 60 % of the group", 10)).isEqualTo(0);
    assertThat(value(first, "days after a promotion", 14)).isEqualTo(1);
    assertThat(value(first, "days after a promotion", 24)).isEqualTo(0);
    assertThat(value(promotions.drivers(2), "promotion with over 40 % of the group", 41))
        .isEqualTo(0);
  }

  @Test
  void thePromotionThatRunsNowStandsOut() {
    List<BitSet> plans = List.of(days(0, 5), days(10, 14), new BitSet());
    plans.get(0).set(8, 16);
    Promotions promotions = Promotions.planned(20, plans);

    Drivers running = promotions.drivers(0, 12);

    assertThat(running.column(running.size() - 1).values())
        .containsExactly(TestingDemand.flags(days(8, 16), 20));
    assertThat(running.names()).startsWith(promotions.drivers(0).names().toArray(String[]::new));
    assertThat(value(promotions.drivers(0, 3), "promotion that runs now", 0)).isEqualTo(1);
    assertThat(value(promotions.drivers(0, 3), "promotion that runs now", 8)).isEqualTo(0);
    assertThat(promotions.drivers(1, 10).column(running.size() - 1).values()).containsOnly(0);
    assertThat(promotions.drivers(2, 0).column(running.size() - 1).values()).containsOnly(0);
  }

  @Test
  void refusesAPlanBeyondItsDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Promotions.planned(10, List.of(days(8, 12))))
        .withMessage("A promotion is planned for day 11, but the plan covers 10 days.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drivers.over(1).withFlag("a", 1).withFlag("a", 1))
        .withMessage("There are two drivers named 'a'.");
  }

  private static BitSet days(int from, int to) {
    BitSet days = new BitSet();
    days.set(from, to);
    return days;
  }

  private static double value(Drivers drivers, String name, int step) {
    return drivers.column(drivers.names().indexOf(name)).at(step);
  }
}
