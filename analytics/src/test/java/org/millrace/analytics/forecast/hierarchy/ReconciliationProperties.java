package org.millrace.analytics.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every hierarchy, all forecasts and all past errors. */
class ReconciliationProperties {

  private static final double CLOSE = 1e-6;
  private static final int TIMES = 30;

  @Property(tries = 200)
  void theResultAddsUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lowest) {
    Random random = new Random(seed);
    Hierarchy hierarchy = crossed(random, lowest);
    for (Reconciliation way : ways(random, hierarchy)) {
      double[] forecasts = random.doubles(hierarchy.size(), -50, 50).toArray();
      double[] before = forecasts.clone();

      for (double gap : hierarchy.gaps(way.reconciled(forecasts))) {
        assertThat(gap).as(way.title()).isCloseTo(0, within(CLOSE));
      }
      assertThat(forecasts).containsExactly(before);
    }
  }

  @Property(tries = 200)
  void whatAddsUpIsLeftAsItIs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lowest) {
    Random random = new Random(seed);
    Hierarchy hierarchy = crossed(random, lowest);
    double[] coherent = hierarchy.summed(random.doubles(lowest, -50, 50).toArray());
    for (Reconciliation way : ways(random, hierarchy)) {
      double[] reconciled = way.reconciled(coherent);
      for (int i = 0; i < coherent.length; i++) {
        assertThat(reconciled[i]).as(way.title()).isCloseTo(coherent[i], within(CLOSE));
      }
    }
  }

  /** Errors whose sum over forecasts is none leave none behind, as the way is linear. */
  @Property(tries = 100)
  void unbiasedForecastsStayUnbiased(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lowest) {
    Random random = new Random(seed);
    Hierarchy hierarchy = crossed(random, lowest);
    double[] truth = hierarchy.summed(random.doubles(lowest, 0, 50).toArray());
    double[] errors = random.doubles(hierarchy.size(), -9, 9).toArray();
    for (Reconciliation way : ways(random, hierarchy)) {
      double[] over = way.reconciled(with(truth, 1, errors));
      double[] under = way.reconciled(with(truth, -1, errors));
      for (int i = 0; i < truth.length; i++) {
        assertThat((over[i] + under[i]) / 2).as(way.title()).isCloseTo(truth[i], within(CLOSE));
      }
    }
  }

  @Property(tries = 100)
  void noSeriesIsExpectedToMissMore(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lowest) {
    Random random = new Random(seed);
    Hierarchy hierarchy = crossed(random, lowest);
    double[][] errors = errors(random, hierarchy);
    double[] deviations = MinTrace.shrunk(hierarchy, errors).deviations();
    for (int i = 0; i < deviations.length; i++) {
      double before = Math.sqrt(Arrays.stream(errors[i]).map(e -> e * e).sum() / TIMES);
      assertThat(deviations[i]).isLessThanOrEqualTo(before + CLOSE);
    }
  }

  /** Lowest forecasts are noisy, the sum's is not: MinT takes what the sum knows, bottom-up not. */
  @Property(tries = 20)
  void minTraceBeatsBottomUpWhereTheSumIsKnownBetter(@ForAll long seed) {
    Random random = new Random(seed);
    Hierarchy hierarchy = crossed(random, 8);
    MinTrace minTrace = MinTrace.shrunk(hierarchy, errors(random, hierarchy));
    double bottomUp = 0;
    double reconciled = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[] truth = hierarchy.summed(random.doubles(8, 0, 50).toArray());
      double[] forecasts = with(truth, 1, oneError(random, hierarchy));
      bottomUp += squares(new BottomUp(hierarchy).reconciled(forecasts), truth);
      reconciled += squares(minTrace.reconciled(forecasts), truth);
    }
    assertThat(reconciled).isLessThan(0.9 * bottomUp);
  }

  private static double squares(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  private static double[] with(double[] values, double sign, double[] errors) {
    double[] sums = values.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += sign * errors[i];
    }
    return sums;
  }

  private static List<Reconciliation> ways(Random random, Hierarchy hierarchy) {
    return List.of(
        new BottomUp(hierarchy),
        MinTrace.equal(hierarchy),
        MinTrace.structural(hierarchy),
        MinTrace.shrunk(hierarchy, errors(random, hierarchy)));
  }

  private static double[][] errors(Random random, Hierarchy hierarchy) {
    double[][] errors = new double[hierarchy.size()][TIMES];
    for (int t = 0; t < TIMES; t++) {
      double[] one = oneError(random, hierarchy);
      for (int i = 0; i < one.length; i++) {
        errors[i][t] = one[i];
      }
    }
    return errors;
  }

  /** Larger at the bottom than at the sums. */
  private static double[] oneError(Random random, Hierarchy hierarchy) {
    double[] error = new double[hierarchy.size()];
    for (int i = 0; i < error.length; i++) {
      error[i] = random.nextGaussian() * (i < hierarchy.sumCount() ? 1 : 5);
    }
    return error;
  }

  private static Hierarchy crossed(Random random, int lowest) {
    List<String> names = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<String> locations = new ArrayList<>();
    List<String> company = new ArrayList<>();
    for (int i = 0; i < lowest; i++) {
      names.add("s" + i);
      groups.add("g" + random.nextInt(3));
      locations.add("l" + random.nextInt(3));
      company.add("M");
    }
    return Hierarchy.of(names)
        .withLevel("company", company)
        .withLevel("group", groups)
        .withLevel("location", locations);
  }
}
