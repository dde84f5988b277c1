package org.millrace.analytics.demand;

/**
 * Forecasts with another method after taking the season out, and puts the season back. Acts only
 * when the history has two seasons and the season shows (autocorrelation at the season's lag above
 * its 90 % bound, as in the M3 competition); otherwise the other method sees the plain history.
 *
 * <p>Classical decomposition: ratios to the centred moving average, averaged by place in the season
 * and scaled to mean 1; differences and mean 0 when a value is not positive.
 */
final class SeasonallyAdjusted implements ForecastMethod {

  private static final double NINETY_PERCENT = 1.645;

  private final int season;
  private final ForecastMethod method;

  SeasonallyAdjusted(int season, ForecastMethod method) {
    this.season = season;
    this.method = method;
  }

  @Override
  public String title() {
    return method.title();
  }

  @Override
  public double[] forecast(double[] history, int steps) {
    if (!isSeasonal(history)) {
      return method.forecast(history, steps);
    }
    boolean isRatio = isPositive(history);
    double[] factors = factors(history, isRatio);
    double[] adjusted = new double[history.length];
    for (int i = 0; i < adjusted.length; i++) {
      double factor = factors[i % season];
      adjusted[i] = isRatio ? history[i] / factor : history[i] - factor;
    }
    double[] forecast = method.forecast(adjusted, steps);
    for (int step = 0; step < steps; step++) {
      double factor = factors[(history.length + step) % season];
      forecast[step] = isRatio ? forecast[step] * factor : forecast[step] + factor;
    }
    return forecast;
  }

  private boolean isSeasonal(double[] history) {
    if (season == 1 || history.length < 2 * season) {
      return false;
    }
    double squares = 0;
    for (int lag = 1; lag < season; lag++) {
      double correlation = autocorrelation(history, lag);
      squares += correlation * correlation;
    }
    double bound = NINETY_PERCENT * Math.sqrt((1 + 2 * squares) / history.length);
    return autocorrelation(history, season) > bound;
  }

  private static double autocorrelation(double[] history, int lag) {
    double mean = new AverageSoFar().forecast(history, 1)[0];
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < history.length; i++) {
      variance += (history[i] - mean) * (history[i] - mean);
      if (i >= lag) {
        covariance += (history[i] - mean) * (history[i - lag] - mean);
      }
    }
    return variance == 0 ? 0 : covariance / variance;
  }

  private double[] factors(double[] history, boolean isRatio) {
    double[] sum = new double[season];
    int[] count = new int[season];
    int half = season / 2;
    for (int i = half; i < history.length - half; i++) {
      double average = centredAverage(history, i, half);
      sum[i % season] += isRatio ? history[i] / average : history[i] - average;
      count[i % season]++;
    }
    double mean = 0;
    for (int place = 0; place < season; place++) {
      sum[place] /= count[place];
      mean += sum[place] / season;
    }
    for (int place = 0; place < season; place++) {
      sum[place] = isRatio ? sum[place] / mean : sum[place] - mean;
    }
    return sum;
  }

  private double centredAverage(double[] history, int centre, int half) {
    double sum = 0;
    for (int i = centre - half; i <= centre + half; i++) {
      boolean isHalfWeight = season % 2 == 0 && Math.abs(i - centre) == half;
      sum += isHalfWeight ? history[i] / 2 : history[i];
    }
    return sum / season;
  }

  private static boolean isPositive(double[] history) {
    for (double value : history) {
      if (value <= 0) {
        return false;
      }
    }
    return true;
  }
}
