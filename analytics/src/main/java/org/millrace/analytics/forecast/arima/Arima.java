package org.millrace.analytics.forecast.arima;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

/**
 * The autoregressive integrated moving average of least AICc with at most three values and errors
 * of steps back and one of a season back, differenced as {@link Differences} finds. From four first
 * models the search goes to the best neighbour until none is better, at most 12 models; each is
 * fitted roughly, which forecast every third M3 series better than to the last digit.
 *
 * <p>Sources: Box and Jenkins (1970); Hyndman and Khandakar (2008) for the search. Worked: 3, 5, 7,
 * ..., 41 is differenced once and has the drift 2: 43, 45.
 */
public final class Arima implements ForecastMethod {

  private static final int LEAST_VALUES = 8;
  private static final int LONGEST_SEASON = 24;
  private static final int MOST_MODELS = 12;

  @Override
  public String title() {
    return "ARIMA";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (season > LONGEST_SEASON) {
      return SeasonallyAdjusted.shrunk(this).forecast(history, season, steps);
    }
    Differences differences = Differences.of(history, season);
    double[] values = differences.taken(history);
    double size = 0;
    for (double value : values) {
      size += Math.abs(value) / values.length;
    }
    if (values.length < LEAST_VALUES || size == 0) {
      return new SimpleSmoothing().forecast(history, 1, steps);
    }
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] / size;
    }
    double[] ahead = new Search(scaled, season, differences).best().forecast(steps);
    for (int step = 0; step < steps; step++) {
      ahead[step] *= size;
    }
    return differences.undone(history, ahead);
  }

  /** The walk over orders for one history. */
  private static final class Search {

    private final double[] values;
    private final int season;
    private final boolean mayHaveConstant;
    private final Map<Orders, ArimaFit> tried = new HashMap<>();

    Search(double[] values, int season, Differences differences) {
      this.values = values;
      this.season = values.length > 2 * season ? season : 1;
      this.mayHaveConstant = differences.all() < 2;
    }

    ArimaFit best() {
      int one = season > 1 ? 1 : 0;
      ArimaFit best = fit(new Orders(0, 0, 0, 0, mayHaveConstant));
      best = better(best, new Orders(2, 2, one, one, mayHaveConstant));
      best = better(best, new Orders(1, 0, one, 0, mayHaveConstant));
      best = better(best, new Orders(0, 1, 0, one, mayHaveConstant));
      ArimaFit from = null;
      while (best != from && tried.size() < MOST_MODELS) {
        from = best;
        for (Orders near : neighbours(from.orders)) {
          best = better(best, near);
        }
      }
      return best;
    }

    private ArimaFit better(ArimaFit best, Orders orders) {
      boolean isAllowed = orders.isAllowed(season) && (mayHaveConstant || !orders.hasConstant());
      if (!isAllowed || tried.containsKey(orders)) {
        return best;
      }
      ArimaFit fit = fit(orders);
      return fit.aicc() < best.aicc() ? fit : best;
    }

    private ArimaFit fit(Orders orders) {
      return tried.computeIfAbsent(orders, each -> new ArimaFit(each, season, values));
    }

    private static List<Orders> neighbours(Orders orders) {
      List<Orders> near = new ArrayList<>();
      for (int by : new int[] {-1, 1}) {
        near.add(orders.plus(by, 0, 0, 0));
        near.add(orders.plus(0, by, 0, 0));
        near.add(orders.plus(by, by, 0, 0));
        near.add(orders.plus(0, 0, by, 0));
        near.add(orders.plus(0, 0, 0, by));
      }
      near.add(orders.withOtherConstant());
      return near;
    }
  }
}
