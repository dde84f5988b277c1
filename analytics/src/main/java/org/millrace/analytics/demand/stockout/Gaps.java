package org.millrace.analytics.demand.stockout;

import java.util.Arrays;
import java.util.BitSet;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.cleansing.Cleansing;

/**
 * Histories in which nothing is known of some periods, which are NaN; the first one is known. A
 * method for steady demand gets them filled as {@link Cleansing} does, one that knows no season may
 * get the history without them: demand that comes now and then leaves no stock just after it came
 * much, so what lies between neighbours would say too much.
 *
 * <p>Worked: of 10, NaN, 14 the one sees 10, 12, 14, the other 10, 14.
 */
public final class Gaps {

  private Gaps() {}

  /** The history with gaps in these periods, counted from 0. */
  public static double[] in(double[] history, BitSet periods) {
    double[] known = history.clone();
    periods.stream().forEach(period -> known[period] = Double.NaN);
    return known;
  }

  /** Without the gaps. */
  public static double[] without(double... history) {
    return Arrays.stream(history).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** With nothing in the gaps. */
  public static double[] zeroed(double... history) {
    return Arrays.stream(history).map(value -> Double.isNaN(value) ? 0 : value).toArray();
  }

  /** With what the periods around say of the gaps, never below 0. */
  public static double[] filled(double[] history, int season) {
    BitSet gaps = new BitSet();
    for (int i = 0; i < history.length; i++) {
      gaps.set(i, Double.isNaN(history[i]));
    }
    return gaps.isEmpty() ? history : Cleansing.ofStockOuts(zeroed(history), season, gaps);
  }

  /** A method that sees the gaps filled by what was known then. */
  public static ForecastMethod filling(ForecastMethod method) {
    return seeing(method, Gaps::filled);
  }

  /** A method that does not see the gaps; for one that knows no season. */
  public static ForecastMethod skipping(ForecastMethod method) {
    return seeing(method, (history, season) -> without(history));
  }

  private interface View {
    double[] of(double[] history, int season);
  }

  private static ForecastMethod seeing(ForecastMethod method, View view) {
    return new ForecastMethod() {
      @Override
      public String title() {
        return method.title();
      }

      @Override
      public double[] forecast(double[] history, int season, int steps) {
        return method.forecast(view.of(history, season), season, steps);
      }
    };
  }
}
