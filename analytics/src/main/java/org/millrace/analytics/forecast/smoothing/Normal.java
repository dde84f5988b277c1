package org.millrace.analytics.forecast.smoothing;

/**
 * Least squares of one sequence on two others, from running sums. Worked: errors 1, 2, 3 on (1, 1,
 * 1) and (0, 1, 2) give 1 and 1.
 */
final class Normal {

  private static final double RIDGE = 1e-12;

  private double firstSquares;
  private double secondSquares;
  private double products;
  private double firstWithError;
  private double secondWithError;

  double first;
  double second;

  void add(double one, double two, double error) {
    firstSquares += one * one;
    secondSquares += two * two;
    products += one * two;
    firstWithError += one * error;
    secondWithError += two * error;
  }

  /** Finds both coefficients; the second is 0 when the sequences cannot be told apart. */
  void solve() {
    double determinant = firstSquares * secondSquares - products * products;
    if (determinant > RIDGE * firstSquares * secondSquares) {
      first = (firstWithError * secondSquares - secondWithError * products) / determinant;
      second = (secondWithError * firstSquares - firstWithError * products) / determinant;
    } else {
      fix(0);
    }
  }

  /** Sets the second coefficient and finds the first for it. */
  void fix(double value) {
    second = value;
    first = firstSquares == 0 ? 0 : (firstWithError - value * products) / firstSquares;
  }

  /** By how much the squared error falls. */
  double explained() {
    return 2 * (first * firstWithError + second * secondWithError)
        - first * first * firstSquares
        - second * second * secondSquares
        - 2 * first * second * products;
  }
}
