package org.millrace.analytics.forecast.arima;

import java.util.Arrays;
import org.millrace.analytics.forecast.search.Descent;

/**
 * The coefficients of least squared error for given orders, with all that came before the history
 * at its mean: {@code e = z - sum a z(back) - sum b e(back)}, z the value less the constant.
 *
 * <p>Source: Box and Jenkins (1970), the conditional sum of squares. Worked: z 1, 2 with one value
 * back of 0.5 and one error back of 0.2: e 1 and 2 - 0.5 - 0.2 = 1.3.
 */
final class ArimaFit {

  private static final int STEPS = 8;
  private static final double TOLERANCE = 1e-1;

  final Orders orders;
  private final double[] values;
  private final double[] deviations;
  private final double[] errors;
  private final double[] slopes;
  private final Lags ofValues;
  private final Lags ofErrors;
  private final Descent descent;
  private double constant;

  ArimaFit(Orders orders, int season, double... values) {
    this.orders = orders;
    this.values = values;
    this.deviations = new double[values.length];
    this.errors = new double[values.length];
    this.slopes = new double[values.length];
    this.ofValues = new Lags(orders.ar(), orders.seasonalAr(), season, -1);
    this.ofErrors = new Lags(orders.ma(), orders.seasonalMa(), season, 1);
    this.descent = new Descent(this::loss, first()).run(STEPS, TOLERANCE);
  }

  /** {@code n ln(sum of squares)} with the usual penalty, corrected for short histories. */
  double aicc() {
    int parameters = orders.count() + 1;
    double room = values.length - parameters - 1.0;
    double penalty = room <= 0 ? Double.POSITIVE_INFINITY : 2.0 * parameters * values.length / room;
    return descent.loss() + penalty;
  }

  private double[] first() {
    double[] first = new double[orders.count()];
    double mean = 0;
    if (orders.hasConstant()) {
      for (double value : values) {
        mean += value / values.length;
      }
      first[first.length - 1] = mean;
    }
    double[] centred = new double[values.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = values[i] - mean;
    }
    double[] found = HannanRissanen.first(orders.ar(), orders.ma(), centred);
    double[] back = Arrays.copyOf(found, orders.ar());
    double[] errorsBack = Arrays.copyOfRange(found, orders.ar(), found.length);
    for (int i = 0; i < errorsBack.length; i++) {
      errorsBack[i] = -errorsBack[i];
    }
    System.arraycopy(Lags.numbers(back), 0, first, 0, orders.ar());
    double[] numbers = Lags.numbers(errorsBack);
    for (int i = 0; i < numbers.length; i++) {
      first[ofValues.parameters() + i] = -numbers[i];
    }
    return first;
  }

  private void take(double... point) {
    ofValues.take(point, 0);
    ofErrors.take(point, ofValues.parameters());
    constant = orders.hasConstant() ? point[point.length - 1] : 0;
  }

  private double squares() {
    double squares = 0;
    for (int t = 0; t < values.length; t++) {
      deviations[t] = values[t] - constant;
      double error = deviations[t];
      error -= sum(ofValues, deviations, t);
      error -= sum(ofErrors, errors, t);
      errors[t] = error;
      squares += error * error;
    }
    return squares + Double.MIN_NORMAL;
  }

  private static double sum(Lags lags, double[] series, int t) {
    double sum = 0;
    for (int i = 0; i < lags.lag.length; i++) {
      if (t >= lags.lag[i]) {
        sum += lags.coefficient[i] * series[t - lags.lag[i]];
      }
    }
    return sum;
  }

  private double loss(double[] point, double... gradient) {
    take(point);
    double squares = squares();
    double factor = 2 * values.length / squares;
    Arrays.fill(ofValues.slope, 0);
    Arrays.fill(ofErrors.slope, 0);
    double byConstant = 0;
    for (int t = values.length - 1; t >= 0; t--) {
      double slope = factor * errors[t];
      for (int i = 0; i < ofErrors.lag.length; i++) {
        int later = t + ofErrors.lag[i];
        slope -= later < values.length ? ofErrors.coefficient[i] * slopes[later] : 0;
      }
      slopes[t] = slope;
      byConstant -= slope;
      for (int i = 0; i < ofValues.lag.length; i++) {
        if (t >= ofValues.lag[i]) {
          ofValues.slope[i] -= slope * deviations[t - ofValues.lag[i]];
          byConstant += slope * ofValues.coefficient[i];
        }
      }
      for (int i = 0; i < ofErrors.lag.length; i++) {
        if (t >= ofErrors.lag[i]) {
          ofErrors.slope[i] -= slope * errors[t - ofErrors.lag[i]];
        }
      }
    }
    ofValues.gradient(gradient, 0);
    ofErrors.gradient(gradient, ofValues.parameters());
    if (orders.hasConstant()) {
      gradient[gradient.length - 1] = byConstant;
    }
    double loss = values.length * Math.log(squares);
    return Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
  }

  double[] forecast(int steps) {
    take(descent.point());
    squares();
    int length = values.length;
    double[] z = Arrays.copyOf(deviations, length + steps);
    double[] e = Arrays.copyOf(errors, length + steps);
    double[] forecast = new double[steps];
    for (int t = length; t < z.length; t++) {
      z[t] = sum(ofValues, z, t) + sum(ofErrors, e, t);
      forecast[t - length] = z[t] + constant;
    }
    return forecast;
  }
}
