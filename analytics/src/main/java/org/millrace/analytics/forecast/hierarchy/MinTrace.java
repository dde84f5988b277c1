package org.millrace.analytics.forecast.hierarchy;

import java.util.Arrays;
import org.millrace.analytics.forecast.linear.Cholesky;

/**
 * Moves the forecasts of all levels, each the more the less it is to be trusted, so that they add
 * up and the variances of the errors together become least: {@code y - W C' (C W C')^-1 C y}, with
 * the gaps {@code C y} between each sum and its parts. Unbiased forecasts stay unbiased. A lowest
 * forecast may come out below zero; {@link #reconciledFromZero} prevents it.
 *
 * <p>Source: Wickramasuriya, Athanasopoulos and Hyndman, JASA 114 (2019) 804 (MinT), in the form
 * that solves only for the sums. Worked: company 10 over 4 and 5 with equal variances has a gap of
 * 1 and becomes 9.667, 4.333, 5.333.
 */
public final class MinTrace implements Reconciliation {

  private static final int MOST_SERIES = 3000;

  private final String title;
  private final Hierarchy hierarchy;
  private final double[][] gains;
  private final double[] deviations;

  private MinTrace(String title, Hierarchy hierarchy, ErrorCovariance covariance) {
    this.title = title;
    this.hierarchy = hierarchy;
    this.gains = new double[hierarchy.size()][];
    this.deviations = new double[hierarchy.size()];
    solve(covariance);
  }

  /** With the errors that the forecasts made in the past, by series and then by time. */
  public static MinTrace shrunk(Hierarchy hierarchy, double[][] errors) {
    if (errors.length != hierarchy.size() || errors.length > MOST_SERIES) {
      throw new IllegalArgumentException(
          "Errors of %d series were given for a hierarchy of %d; at most %d are reconciled at once."
              .formatted(errors.length, hierarchy.size(), MOST_SERIES));
    }
    for (int i = 0; i < errors.length; i++) {
      if (errors[i].length != errors[0].length || errors[i].length < 2) {
        throw new IllegalArgumentException(
            "'%s' has %d past errors and '%s' has %d. Give all the same times, at least 2."
                .formatted(
                    hierarchy.names().get(i),
                    errors[i].length,
                    hierarchy.names().get(0),
                    errors[0].length));
      }
    }
    return new MinTrace("MinT (shrinkage)", hierarchy, ErrorCovariance.shrunk(errors));
  }

  /** Without past errors: the variance of a sum is as many times as it has parts. */
  public static MinTrace structural(Hierarchy hierarchy) {
    double[] variances = new double[hierarchy.size()];
    Arrays.setAll(variances, hierarchy::breadth);
    return new MinTrace("MinT (structural)", hierarchy, ErrorCovariance.independent(variances));
  }

  /** Without past errors: all variances are alike. */
  public static MinTrace equal(Hierarchy hierarchy) {
    double[] variances = new double[hierarchy.size()];
    Arrays.fill(variances, 1);
    return new MinTrace("MinT (equal)", hierarchy, ErrorCovariance.independent(variances));
  }

  private void solve(ErrorCovariance covariance) {
    int size = hierarchy.size();
    int sums = hierarchy.sumCount();
    double[][] gapsWithSeries = new double[sums][size];
    for (int sum = 0; sum < sums; sum++) {
      for (int i = 0; i < size; i++) {
        double shared = covariance.at(sum, i);
        for (int member : hierarchy.members(sum)) {
          shared -= covariance.at(member, i);
        }
        gapsWithSeries[sum][i] = shared;
      }
    }
    double[][] gapCovariance = new double[sums][sums];
    for (int sum = 0; sum < sums; sum++) {
      for (int other = 0; other <= sum; other++) {
        double shared = gapsWithSeries[sum][other];
        for (int member : hierarchy.members(other)) {
          shared -= gapsWithSeries[sum][member];
        }
        gapCovariance[sum][other] = shared;
      }
      gapCovariance[sum][sum] *= 1 + 1e-12;
    }
    Cholesky factored = Cholesky.of(gapCovariance);
    for (int i = 0; i < size; i++) {
      double[] shared = new double[sums];
      for (int sum = 0; sum < sums; sum++) {
        shared[sum] = gapsWithSeries[sum][i];
      }
      gains[i] = factored.solved(shared);
      double explained = 0;
      for (int sum = 0; sum < sums; sum++) {
        explained += gains[i][sum] * shared[sum];
      }
      deviations[i] = Math.sqrt(Math.max(0, covariance.at(i, i) - explained));
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public double[] reconciled(double... forecasts) {
    double[] gaps = hierarchy.gaps(forecasts);
    double[] lowest = hierarchy.lowest(forecasts);
    int sums = hierarchy.sumCount();
    for (int i = 0; i < lowest.length; i++) {
      for (int sum = 0; sum < sums; sum++) {
        lowest[i] -= gains[sums + i][sum] * gaps[sum];
      }
    }
    return hierarchy.summed(lowest);
  }

  /**
   * The same with lowest forecasts below zero raised to zero before they are summed: for demand.
   * Source: Di Fonzo and Girolimetto (2023), "set negative to zero".
   */
  public double[] reconciledFromZero(double... forecasts) {
    double[] lowest = hierarchy.lowest(reconciled(forecasts));
    for (int i = 0; i < lowest.length; i++) {
      lowest[i] = Math.max(0, lowest[i]);
    }
    return hierarchy.summed(lowest);
  }

  /**
   * The standard deviation that errors of each reconciled forecast are expected to have, in the
   * unit of the errors given; never more than before.
   */
  public double[] deviations() {
    return deviations.clone();
  }
}
