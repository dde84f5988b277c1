package org.millrace.analytics.forecast.search;

import java.util.Arrays;

/**
 * Minimises a smooth function of many parameters by steps along the gradient, bent by what earlier
 * steps showed of the curvature (BFGS), each step halved until the loss falls enough. May be run in
 * portions, so that unpromising searches can be left early.
 *
 * <p>Source: Nocedal and Wright (2006), chapter 6; sufficient fall after Armijo (1966). Worked:
 * {@code (x-3)^2 + 2(y+1)^2} from (0, 0) ends at (3, -1).
 */
public final class Descent {

  private static final double LONGEST_STEP = 2;
  private static final double SUFFICIENT = 1e-4;
  private static final int MOST_HALVINGS = 12;
  private static final double LEAST_CURVATURE = 1e-10;

  private final Slope slope;
  private final int size;
  private double[] point;
  private double[] gradient;
  private double loss;
  private double[] trial;
  private double[] trialGradient;
  private final double[] direction;
  private final double[] product;
  private final double[][] inverse;
  private boolean isFresh;

  /** A search that begins at a copy of {@code start}. */
  public Descent(Slope slope, double... start) {
    this.slope = slope;
    this.size = start.length;
    this.point = start.clone();
    this.gradient = new double[size];
    this.trial = new double[size];
    this.trialGradient = new double[size];
    this.direction = new double[size];
    this.product = new double[size];
    this.inverse = new double[size][size];
    this.loss = slope.at(point, gradient);
    forget();
  }

  /** The best loss found so far. */
  public double loss() {
    return loss;
  }

  /** Where it was found. */
  public double[] point() {
    return point.clone();
  }

  /** At most this many steps more; ends early when a step gains less than the tolerance. */
  public Descent run(int most, double tolerance) {
    int idle = 0;
    for (int i = 0; i < most && idle < 2 && Double.isFinite(loss); i++) {
      double before = loss;
      if (!step()) {
        if (isFresh) {
          break;
        }
        forget();
      }
      idle = before - loss < tolerance ? idle + 1 : 0;
    }
    return this;
  }

  private void forget() {
    isFresh = true;
    double length = 0;
    for (int i = 0; i < size; i++) {
      Arrays.fill(inverse[i], 0);
      length += gradient[i] * gradient[i];
    }
    double first = 1 / Math.max(1, Math.sqrt(length));
    for (int i = 0; i < size; i++) {
      inverse[i][i] = first;
    }
  }

  private boolean step() {
    double fall = 0;
    double longest = 0;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum -= inverse[i][k] * gradient[k];
      }
      direction[i] = sum;
      fall += sum * gradient[i];
      longest = Math.max(longest, Math.abs(sum));
    }
    if (!(fall < 0)) {
      return false;
    }
    double share = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      for (int i = 0; i < size; i++) {
        trial[i] = point[i] + share * direction[i];
      }
      double value = slope.at(trial, trialGradient);
      if (value <= loss + SUFFICIENT * share * fall) {
        take(value, share);
        return true;
      }
      share *= Double.isFinite(value) ? interpolated(value, share * fall) : 0.5;
    }
    return false;
  }

  /** Where a parabola through both losses and the first slope is lowest, between 0.1 and 0.5. */
  private double interpolated(double value, double fall) {
    return Math.max(0.1, Math.min(0.5, -fall / (2 * (value - loss - fall))));
  }

  private void take(double value, double share) {
    double curvature = 0;
    double lengthOfChange = 0;
    for (int i = 0; i < size; i++) {
      double change = trialGradient[i] - gradient[i];
      curvature += share * direction[i] * change;
      lengthOfChange += change * change;
    }
    if (curvature > LEAST_CURVATURE * lengthOfChange) {
      bend(share, curvature, lengthOfChange);
    }
    double[] spare = point;
    point = trial;
    trial = spare;
    spare = gradient;
    gradient = trialGradient;
    trialGradient = spare;
    loss = value;
  }

  /** The BFGS update of the inverse curvature. */
  private void bend(double share, double curvature, double lengthOfChange) {
    if (isFresh) {
      for (int i = 0; i < size; i++) {
        inverse[i][i] = curvature / lengthOfChange;
      }
      isFresh = false;
    }
    double quadratic = 0;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += inverse[i][k] * (trialGradient[k] - gradient[k]);
      }
      product[i] = sum;
      quadratic += sum * (trialGradient[i] - gradient[i]);
    }
    double outer = (1 + quadratic / curvature) / curvature;
    for (int i = 0; i < size; i++) {
      double step = share * direction[i];
      for (int k = 0; k <= i; k++) {
        double other = share * direction[k];
        double update = outer * step * other - (step * product[k] + product[i] * other) / curvature;
        inverse[i][k] += update;
        inverse[k][i] = inverse[i][k];
      }
    }
  }
}
