package org.millrace.analytics.forecast.linear;

/**
 * A symmetric positive definite matrix, factored as {@code L L'}, to solve equations with it.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations (4th ed.), 4.2. Worked: (4 2; 2 3) has L = (2
 * 0; 1 1.4142), and x = (0.5, 2) solves it for the right side (6, 7).
 */
public final class Cholesky {

  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factors a matrix, of which only the lower triangle is read. */
  public static Cholesky of(double[][] matrix) {
    double[][] lower = new double[matrix.length][];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? root(rest, i) : rest / lower[j][j];
      }
    }
    return new Cholesky(lower);
  }

  private static double root(double pivot, int row) {
    if (!(pivot > 0 && Double.isFinite(pivot))) {
      throw new IllegalArgumentException(
          "A positive definite matrix is needed, but the pivot of row %d is %s."
              .formatted(row, pivot));
    }
    return Math.sqrt(pivot);
  }

  /** The x of {@code matrix * x = right}. */
  public double[] solved(double... right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** The diagonal of the inverse: the variances, when the matrix is a precision. */
  public double[] inverseDiagonal() {
    double[] diagonal = new double[lower.length];
    for (int i = 0; i < diagonal.length; i++) {
      double[] unit = new double[diagonal.length];
      unit[i] = 1;
      diagonal[i] = solved(unit)[i];
    }
    return diagonal;
  }
}
