package org.millrace.analytics.forecast.drivers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.millrace.analytics.forecast.ForecastMethod;

/**
 * How far forecasts missed from past origins, in deviations usual at the demand expected there; its
 * quantiles, put back on an expected demand, bound the demand to come.
 *
 * <p>Source: conformal prediction (Lei et al. 2018), with the miss divided by the deviation that
 * {@link Variation} gives. The rank of a quantile p among n misses is {@code p (n + 1)}, between
 * two by weight. Worked: misses 1, 2, 3 have the quantile 2.4 at 0.6.
 */
final class Misses {

  private static final int ORIGINS = 8;
  private static final int LEAST_KNOWN = 5;

  private final Variation variation;
  private final double[] sorted;

  private Misses(Variation variation, double... sorted) {
    this.variation = variation;
    this.sorted = sorted;
  }

  /** Of a method on demand without effects, seen again with the effects of the same steps. */
  static Misses of(ForecastMethod method, double[] adjusted, double[] effects, int steps) {
    int least = Math.max(LEAST_KNOWN, adjusted.length / 2);
    int spare = adjusted.length - least;
    if (spare < 1) {
      throw new IllegalArgumentException(
          "%d steps of demand are too few for an interval; %d are needed."
                  .formatted(adjusted.length, LEAST_KNOWN + 1)
              + " Forecast from its analogues.");
    }
    int gap = Math.max(1, Math.min(steps, spare / ORIGINS));
    double[] demand = new double[ORIGINS * steps];
    double[] expected = new double[ORIGINS * steps];
    int count = 0;
    for (int held = gap; held <= Math.min(spare, ORIGINS * gap); held += gap) {
      int origin = adjusted.length - held;
      double[] ahead = method.forecast(Arrays.copyOf(adjusted, origin), 1, Math.min(steps, held));
      for (int step = 0; step < ahead.length; step++) {
        demand[count] = adjusted[origin + step] * effects[origin + step];
        expected[count] = Math.max(0, ahead[step]) * effects[origin + step];
        count++;
      }
    }
    return of(Arrays.copyOf(demand, count), Arrays.copyOf(expected, count));
  }

  static Misses of(double[] demand, double[] expected) {
    Variation variation = Variation.of(demand, expected);
    double[] misses =
        IntStream.range(0, demand.length)
            .filter(i -> expected[i] > 0)
            .mapToDouble(i -> (demand[i] - expected[i]) / Math.sqrt(variation.of(expected[i])))
            .sorted()
            .toArray();
    return new Misses(variation, misses.length == 0 ? new double[] {0} : misses);
  }

  /** What demand stays below with this probability where so much is expected; not negative. */
  double quantile(double expected, double probability) {
    return Math.max(
        0, expected + quantile(probability, sorted) * Math.sqrt(variation.of(expected)));
  }

  static double quantile(double probability, double... sorted) {
    double rank = probability * (sorted.length + 1) - 1;
    int below = (int) Math.floor(rank);
    if (below < 0) {
      return sorted[0];
    }
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
  }
}
