package org.millrace.analytics.forecast.drivers;

import java.util.BitSet;
import java.util.Random;

/** Simulated demand with effects that are known. */
final class TestingDemand {

  private static final double NORMAL_FROM = 60;

  private final Random random;

  TestingDemand(long seed) {
    this.random = new Random(seed);
  }

  /** Promotions of a week or two, with three to eight weeks between. */
  BitSet promotions(int days) {
    BitSet plan = new BitSet();
    int day = random.nextInt(40);
    while (day < days) {
      int end = Math.min(days, day + 7 + random.nextInt(8));
      plan.set(day, end);
      day = end + 21 + random.nextInt(36);
    }
    return plan;
  }

  /** A level that wanders and drifts: up or down by about a third in two years. */
  double[] level(int days, double first) {
    double[] level = new double[days];
    double log = Math.log(first);
    double drift = random.nextGaussian() * 0.0003;
    for (int t = 0; t < days; t++) {
      log += drift + 0.01 * random.nextGaussian();
      level[t] = Math.exp(log);
    }
    return level;
  }

  /** A count around its mean, with a variance of {@code mean + variation * mean^2}. */
  double count(double mean, double variation) {
    double spread = Math.sqrt(Math.log1p(variation));
    double mixed = mean * Math.exp(spread * random.nextGaussian() - spread * spread / 2);
    if (mixed > NORMAL_FROM) {
      return Math.max(0, Math.rint(mixed + Math.sqrt(mixed) * random.nextGaussian()));
    }
    double product = random.nextDouble();
    double limit = Math.exp(-mixed);
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  double normal() {
    return random.nextGaussian();
  }

  static double[] flags(BitSet plan, int days) {
    double[] flags = new double[days];
    plan.stream().filter(t -> t < days).forEach(t -> flags[t] = 1);
    return flags;
  }
}
