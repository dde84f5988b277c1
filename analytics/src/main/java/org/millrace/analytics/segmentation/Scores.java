package org.millrace.analytics.segmentation;

/** Quintile scores of one customer among all scored ones, 5 is best. */
public record Scores(int recency, int frequency, int monetary) {

  public Scores {
    check("recency", recency);
    check("frequency", frequency);
    check("monetary", monetary);
  }

  private static void check(String name, int score) {
    if (score < 1 || score > 5) {
      throw new IllegalArgumentException("Score " + name + " must be 1 to 5, got " + score);
    }
  }
}
