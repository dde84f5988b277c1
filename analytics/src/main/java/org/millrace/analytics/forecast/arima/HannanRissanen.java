package org.millrace.analytics.forecast.arima;

import java.util.Arrays;

/**
 * First coefficients of values and errors: a long regression of each value on those before it gives
 * the errors, a second one regresses each value on the last values and errors.
 *
 * <p>Source: Hannan and Rissanen (1982). Worked: 1, 0.5, 0.25, 0.125, ... with one value gives 0.5.
 */
final class HannanRissanen {

  private static final double RIDGE = 1e-8;

  private HannanRissanen() {}

  /** The coefficients of {@code ar} values, then of {@code ma} errors. */
  static double[] first(int ar, int ma, double... values) {
    double[] errors = new double[values.length];
    int lags = Math.min(values.length / 4, Math.max(ar, ma) + 4);
    if (ma > 0) {
      double[] found = regressed(lags, 0, lags, values, errors);
      for (int t = lags; t < values.length; t++) {
        errors[t] = values[t];
        for (int i = 0; i < lags; i++) {
          errors[t] -= found[i] * values[t - 1 - i];
        }
      }
    }
    int first = ma > 0 ? lags + ma : ar;
    return regressed(ar, ma, Math.max(first, Math.max(ar, ma)), values, errors);
  }

  private static double[] regressed(int ar, int ma, int first, double[] values, double... errors) {
    int size = ar + ma;
    double[][] products = new double[size][size + 1];
    double[] row = new double[size];
    for (int t = first; t < values.length; t++) {
      for (int i = 0; i < size; i++) {
        row[i] = i < ar ? values[t - 1 - i] : errors[t - 1 - (i - ar)];
      }
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          products[i][k] += row[i] * row[k];
        }
        products[i][size] += row[i] * values[t];
      }
    }
    return solved(products);
  }

  /** Elimination by Gauss with the largest pivot; a little is added to the diagonal. */
  static double[] solved(double[]... rows) {
    int size = rows.length;
    for (int i = 0; i < size; i++) {
      rows[i][i] += RIDGE * rows[i][i] + Double.MIN_NORMAL;
    }
    for (int column = 0; column < size; column++) {
      int best = column;
      for (int i = column + 1; i < size; i++) {
        best = Math.abs(rows[i][column]) > Math.abs(rows[best][column]) ? i : best;
      }
      double[] pivot = rows[best];
      rows[best] = rows[column];
      rows[column] = pivot;
      for (int i = column + 1; i < size; i++) {
        double factor = rows[i][column] / pivot[column];
        for (int k = column; k <= size; k++) {
          rows[i][k] -= factor * pivot[k];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double rest = rows[i][size];
      for (int k = i + 1; k < size; k++) {
        rest -= rows[i][k] * solution[k];
      }
      solution[i] = rest / rows[i][i];
    }
    return Arrays.stream(solution).map(v -> Double.isFinite(v) ? v : 0).toArray();
  }
}
