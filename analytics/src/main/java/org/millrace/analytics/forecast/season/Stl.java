package org.millrace.analytics.forecast.season;

import java.util.Arrays;

/**
 * Splits a series into trend, one slowly changing season and a rest: the values of each place in
 * the season are smoothed over the years, what is not seasonal in them is taken out by moving
 * averages, and the trend is smoothed through what remains; twice.
 *
 * <p>Source: Cleveland, Cleveland, McRae and Terpenning (1990), without the weights against
 * outliers. Worked: 10, 20, 10, 20, ... with season 2: season -5, 5, -5, 5, ... and trend 15.
 */
public final class Stl {

  private static final int ROUNDS = 2;

  private Stl() {}

  /** The season of each value of a history of more than two seasons. */
  public static double[] season(int season, int window, double... values) {
    double[] trend = new double[values.length];
    double[] seasonal = trend;
    int trendWindow = odd(1.5 * season / (1 - 1.5 / window));
    for (int round = 0; round < ROUNDS; round++) {
      seasonal = seasonal(season, window, less(values, trend));
      if (round + 1 < ROUNDS) {
        trend = Loess.smoothed(trendWindow, less(values, seasonal));
      }
    }
    return seasonal;
  }

  /** What neither the season nor the trend through the values without it explains. */
  public static double[] rest(int season, double[] values, double... seasonal) {
    double[] adjusted = less(values, seasonal);
    return less(adjusted, Loess.smoothed(odd(1.5 * season), adjusted));
  }

  /** The smoothed places less what is slow in them. */
  private static double[] seasonal(int season, int window, double... detrended) {
    double[] places = places(season, window, detrended);
    double[] slow = average(3, average(season, average(season, places)));
    slow = Loess.smoothed(odd(season), slow);
    double[] seasonal = new double[detrended.length];
    for (int i = 0; i < seasonal.length; i++) {
      seasonal[i] = places[i + season] - slow[i];
    }
    return seasonal;
  }

  /** The values smoothed place by place, with one season more at each end. */
  private static double[] places(int season, int window, double... values) {
    double[] places = new double[values.length + 2 * season];
    for (int place = 0; place < season; place++) {
      int count = (values.length - place + season - 1) / season;
      double[] years = new double[count];
      for (int year = 0; year < count; year++) {
        years[year] = values[place + year * season];
      }
      for (int year = -1; year <= count; year++) {
        int at = place + (year + 1) * season;
        if (at < places.length) {
          places[at] = Loess.at(year, window, years);
        }
      }
    }
    return places;
  }

  private static double[] average(int length, double... values) {
    double[] average = new double[values.length - length + 1];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      if (i >= length - 1) {
        average[i - length + 1] = sum / length;
        sum -= values[i - length + 1];
      }
    }
    return average;
  }

  static double[] less(double[] values, double... part) {
    double[] rest = new double[values.length];
    Arrays.setAll(rest, i -> values[i] - part[i]);
    return rest;
  }

  private static int odd(double least) {
    int up = (int) Math.ceil(least);
    return up % 2 == 0 ? up + 1 : up;
  }
}
