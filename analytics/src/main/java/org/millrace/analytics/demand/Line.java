package org.millrace.analytics.demand;

/** The least-squares straight line through values at 0, 1, 2, …; one value gives a flat line. */
record Line(double intercept, double slope) {

  static Line through(double... values) {
    int n = values.length;
    double middle = (n - 1) / 2.0;
    double sum = 0;
    double product = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
      product += (i - middle) * values[i];
      square += (i - middle) * (i - middle);
    }
    double slope = n == 1 ? 0 : product / square;
    return new Line(sum / n - slope * middle, slope);
  }

  double at(int position) {
    return intercept + slope * position;
  }
}
