package org.millrace.analytics.demand;

/**
 * A method in the selection: what it says of the periods ahead, and by how much it missed from past
 * origins (actual less forecast; the latest origin first, then by step; NaN where it is not known).
 */
record Candidate(String title, double[] ahead, double[][] errors) {

  /** The mean of two, which costs nothing more. */
  static Candidate between(Candidate one, Candidate other) {
    double[][] errors = new double[one.errors.length][];
    for (int origin = 0; origin < errors.length; origin++) {
      errors[origin] = mean(one.errors[origin], other.errors[origin]);
    }
    return new Candidate(
        one.title + " and " + other.title.toLowerCase(java.util.Locale.ROOT),
        mean(one.ahead, other.ahead),
        errors);
  }

  private static double[] mean(double[] one, double... other) {
    double[] mean = new double[one.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (one[i] + other[i]) / 2;
    }
    return mean;
  }

  /**
   * The mean absolute error plus the absolute mean error over all origins and steps; least is best.
   * The second part keeps a method from winning by saying too little of demand that is mostly
   * nothing.
   *
   * <p>Source: Vandeput, Demand Forecasting Best Practices (2023), chapter 4. Worked: errors 3 and
   * -1 give 2 + 1 = 3.
   */
  double score() {
    double absolute = 0;
    double signed = 0;
    int count = 0;
    for (double[] origin : errors) {
      for (double error : origin) {
        if (!Double.isNaN(error)) {
          absolute += Math.abs(error);
          signed += error;
          count++;
        }
      }
    }
    return count == 0 ? 0 : (absolute + Math.abs(signed)) / count;
  }
}
