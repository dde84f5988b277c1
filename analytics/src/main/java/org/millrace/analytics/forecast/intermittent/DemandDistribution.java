package org.millrace.analytics.forecast.intermittent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * How much may be asked for in one period (or several together): values with their probabilities.
 * Nothing is asked for with probability {@code 1 - p}, where p is the share of periods with demand,
 * fading by a tenth a period and drawn a little to one in four (as if two such periods more had
 * been seen), because what was lately often or never comes back to the prior; a demand is one of
 * the sizes seen, younger ones a little likelier, mixed with a geometric (for whole pieces) or
 * exponential law of the same mean that counts as two seen demands, because a larger one than any
 * seen may come.
 *
 * <p>Source: the split in occurrence and size drawn from the past after Willemain, Smart and
 * Schwarz, IJF 20 (2004) 375; exact here for one period instead of drawn. Worked: 0 0 0 gives 0 for
 * sure. After 0 1 the chance is (0.25 x 2 + 1) / (2 + 1 + 0.9) = 0.3846. 1 with chance 1/2 over two
 * periods drawn: 0, 1 and 2 with about 1/4, 1/2 and 1/4.
 */
public final class DemandDistribution {

  private static final double CHANCE_FADING = 0.1;
  private static final double PRIOR_CHANCE = 0.25;
  private static final double PRIOR_WEIGHT = 2;
  private static final double SIZE_FADING = 0.03;
  private static final double LAW_WEIGHT = 2;
  private static final int LAW_POINTS = 40;
  private static final double ROUNDING = 1e-9;

  private final double[] values;
  private final double[] upTo;

  private DemandDistribution(Map<Double, Double> weights) {
    values = weights.keySet().stream().mapToDouble(value -> value).toArray();
    upTo = weights.values().stream().mapToDouble(weight -> weight).toArray();
    Arrays.parallelPrefix(upTo, Double::sum);
    double all = upTo[upTo.length - 1];
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= all;
    }
  }

  /** Of the next period after a history of one finite value per period, oldest first. */
  public static DemandDistribution after(double... history) {
    Demands demands = Demands.of(Flat.checked(history, 1));
    return withChance(chance(history), demands, history);
  }

  private static double chance(double... history) {
    double occurs = PRIOR_CHANCE * PRIOR_WEIGHT;
    double weights = PRIOR_WEIGHT;
    double weight = 1;
    for (int i = history.length - 1; i >= 0; i--) {
      occurs += history[i] > 0 ? weight : 0;
      weights += weight;
      weight *= 1 - CHANCE_FADING;
    }
    return occurs / weights;
  }

  /**
   * The same around a forecast from elsewhere: the chance of demand is the rate by the mean size.
   */
  public static DemandDistribution around(double rate, double... history) {
    Demands demands = Demands.of(Flat.checked(history, 1));
    double chance = demands.count() == 0 ? 0 : rate / demands.meanSize();
    return withChance(Math.max(0, Math.min(1, chance)), demands, history);
  }

  private static DemandDistribution withChance(double chance, Demands demands, double... history) {
    TreeMap<Double, Double> weights = new TreeMap<>();
    if (demands.count() == 0) {
      weights.put(0.0, 1.0);
      return new DemandDistribution(weights);
    }
    weights.put(0.0, 1 - chance);
    double lawShare = LAW_WEIGHT / (LAW_WEIGHT + demands.count());
    double mean = addSizes(weights, chance * (1 - lawShare), history);
    addLaw(weights, chance * lawShare, mean, isWhole(history));
    return new DemandDistribution(weights);
  }

  /** Adds the sizes seen with the given probability together; returns their mean. */
  private static double addSizes(Map<Double, Double> weights, double share, double... history) {
    double all = 0;
    double sum = 0;
    for (int i = 0; i < history.length; i++) {
      if (history[i] > 0) {
        double weight = Math.pow(1 - SIZE_FADING, history.length - 1 - i);
        all += weight;
        sum += weight * history[i];
      }
    }
    for (int i = 0; i < history.length; i++) {
      if (history[i] > 0) {
        double weight = Math.pow(1 - SIZE_FADING, history.length - 1 - i);
        weights.merge(history[i], share * weight / all, Double::sum);
      }
    }
    return sum / all;
  }

  private static void addLaw(
      Map<Double, Double> weights, double share, double mean, boolean isWhole) {
    double scale = !isWhole ? mean : mean > 1 ? -1 / Math.log1p(-1 / mean) : 0;
    for (int i = 0; i < LAW_POINTS; i++) {
      double point = -scale * Math.log1p(-(i + 0.5) / LAW_POINTS);
      weights.merge(
          isWhole ? Math.max(1, Math.ceil(point)) : point, share / LAW_POINTS, Double::sum);
    }
  }

  private static boolean isWhole(double... history) {
    return Arrays.stream(history).allMatch(value -> value == Math.rint(value));
  }

  /** The values, rising. */
  public List<Double> values() {
    return Arrays.stream(values).boxed().toList();
  }

  /** The probability of at most this much. */
  public double upTo(double value) {
    double probability = 0;
    for (int i = 0; i < values.length && values[i] <= value + ROUNDING; i++) {
      probability = upTo[i];
    }
    return probability;
  }

  /** The probability of exactly this much. */
  public double of(double value) {
    double before = 0;
    for (int i = 0; i < values.length && values[i] < value - ROUNDING; i++) {
      before = upTo[i];
    }
    return upTo(value) - before;
  }

  /** The smallest value that is enough with this probability, between 0 and 1. */
  public double quantile(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A quantile needs a level between 0 and 1, but got " + level + ".");
    }
    int i = 0;
    while (i < values.length - 1 && upTo[i] < level - ROUNDING) {
      i++;
    }
    return values[i];
  }

  public double mean() {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += values[i] * (upTo[i] - (i == 0 ? 0 : upTo[i - 1]));
    }
    return mean;
  }

  /**
   * How much of the probability of a value seen lies between the levels {@code (1-share)/2} and
   * {@code (1+share)/2}: 1 when well inside, 0 when outside, a part at an end. Its mean over many
   * values is the coverage of an interval whose ends are drawn to hold the share exactly, the only
   * honest count when most values are 0 (randomised probability transform, Czado et al. 2009).
   */
  public double inside(double share, double seen) {
    double high = upTo(seen);
    double at = of(seen);
    double low = high - at;
    double from = (1 - share) / 2;
    double to = (1 + share) / 2;
    if (at < ROUNDING) {
      return high >= from && high <= to ? 1 : 0;
    }
    return Math.max(0, Math.min(to, high) - Math.max(from, low)) / at;
  }

  /** Of several such periods together, drawn with the seed; for the demand of a lead time. */
  public DemandDistribution over(int periods, int draws, long seed) {
    if (periods < 1 || draws < 1) {
      throw new IllegalArgumentException(
          "At least 1 period and 1 draw are needed, but got %d and %d.".formatted(periods, draws));
    }
    Random random = new Random(seed);
    TreeMap<Double, Double> sums = new TreeMap<>();
    for (int i = 0; i < draws; i++) {
      sums.merge(DoubleStream.generate(() -> drawn(random)).limit(periods).sum(), 1.0, Double::sum);
    }
    return new DemandDistribution(sums);
  }

  private double drawn(Random random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble());
    return values[Math.min(values.length - 1, found < 0 ? -found - 1 : found)];
  }
}
