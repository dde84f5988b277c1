package org.millrace.analytics.forecast.search;

/**
 * Minimises a function of a few parameters within limits: reflect, expand, contract or shrink a
 * simplex; a point outside the limits is moved onto them.
 *
 * <p>Source: Nelder and Mead (1965), with the usual factors 1, 2, 1/2, 1/2. Worked: {@code (x-3)^2
 * + 2(y+1)^2} from (0, 0) within -10..10 ends at (3, -1) up to the tolerance.
 */
public final class Simplex {

  private static final double FIRST_STEP = 0.15;

  private final Loss loss;
  private final Box box;
  private final int size;
  private final double[][] points;
  private final double[] losses;
  private int evaluations;

  private Simplex(Loss loss, Box box) {
    this.loss = loss;
    this.box = box;
    this.size = box.size();
    this.points = new double[size + 1][];
    this.losses = new double[size + 1];
  }

  /** The best point found from {@code start} with at most about {@code most} evaluations. */
  public static double[] lowest(Loss loss, Box box, double[] start, int most, double tolerance) {
    Simplex simplex = new Simplex(loss, box);
    simplex.spread(start);
    while (simplex.evaluations < most && !simplex.isNarrow(tolerance)) {
      simplex.step();
    }
    return simplex.points[simplex.best()];
  }

  private void spread(double... start) {
    for (int i = 0; i <= size; i++) {
      double[] point = start.clone();
      if (i > 0) {
        double step = FIRST_STEP * box.width(i - 1);
        point[i - 1] += point[i - 1] + step > box.high(i - 1) ? -step : step;
      }
      points[i] = point;
      losses[i] = valued(point);
    }
  }

  private void step() {
    int worst = worst();
    double[] reflected = moved(worst, 1);
    double loss = valued(reflected);
    if (loss < losses[best()]) {
      double[] expanded = moved(worst, 2);
      double further = valued(expanded);
      boolean isFurther = further < loss;
      put(worst, isFurther ? expanded : reflected, isFurther ? further : loss);
    } else if (loss < secondWorst(worst)) {
      put(worst, reflected, loss);
    } else {
      contract(worst, reflected, loss);
    }
  }

  private void contract(int worst, double[] reflected, double reflectedLoss) {
    if (reflectedLoss < losses[worst]) {
      put(worst, reflected, reflectedLoss);
    }
    double[] inner = moved(worst, -0.5);
    double loss = valued(inner);
    if (loss < losses[worst]) {
      put(worst, inner, loss);
    } else {
      shrink();
    }
  }

  private void shrink() {
    int best = best();
    for (int i = 0; i <= size; i++) {
      if (i != best) {
        for (int k = 0; k < size; k++) {
          points[i][k] = (points[i][k] + points[best][k]) / 2;
        }
        losses[i] = valued(points[i]);
      }
    }
  }

  /** The point {@code factor} times as far on the other side of the others' centre. */
  private double[] moved(int worst, double factor) {
    double[] point = new double[size];
    for (int k = 0; k < size; k++) {
      double centre = 0;
      for (int i = 0; i <= size; i++) {
        centre += i == worst ? 0 : points[i][k];
      }
      centre /= size;
      point[k] = box.within(k, centre + factor * (centre - points[worst][k]));
    }
    return point;
  }

  private void put(int i, double[] point, double loss) {
    points[i] = point;
    losses[i] = loss;
  }

  private double valued(double... point) {
    evaluations++;
    double value = loss.at(point);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private boolean isNarrow(double tolerance) {
    double best = losses[best()];
    double worst = losses[worst()];
    return worst - best <= tolerance * (Math.abs(best) + tolerance);
  }

  private int best() {
    int best = 0;
    for (int i = 1; i <= size; i++) {
      best = losses[i] < losses[best] ? i : best;
    }
    return best;
  }

  private int worst() {
    int worst = 0;
    for (int i = 1; i <= size; i++) {
      worst = losses[i] > losses[worst] ? i : worst;
    }
    return worst;
  }

  private double secondWorst(int worst) {
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= size; i++) {
      second = i != worst ? Math.max(second, losses[i]) : second;
    }
    return second;
  }
}
