package org.millrace.purchasing.history;

import org.millrace.shared.Problems;

/**
 * What the scorecard of suppliers counts: the orders of so many months until today, and each part
 * of the score by its weight. Weights 2, 1 and 1 make the lines on time half of the score; a part
 * with weight 0 does not count, nor one of which nothing is known yet.
 */
record ScorecardSettings(int months, int onTimeWeight, int returnsWeight, int priceWeight) {
  /** Of a company that set none: twelve months, each part alike. */
  static final ScorecardSettings DEFAULT = new ScorecardSettings(12, 1, 1, 1);

  private static final int LONGEST = 60;
  private static final int HEAVIEST = 100;

  ScorecardSettings {
    Problems problems =
        new Problems()
            .require(
                months >= 1 && months <= LONGEST,
                "months",
                months,
                "a number from 1 to " + LONGEST);
    checkWeight(problems, "onTimeWeight", onTimeWeight);
    checkWeight(problems, "returnsWeight", returnsWeight);
    checkWeight(problems, "priceWeight", priceWeight);
    problems
        .require(
            onTimeWeight != 0 || returnsWeight != 0 || priceWeight != 0,
            "onTimeWeight",
            onTimeWeight,
            "more than 0, as both other weights are 0")
        .refuse("The scorecard cannot be set so");
  }

  private static void checkWeight(Problems problems, String field, int weight) {
    problems.require(
        weight >= 0 && weight <= HEAVIEST, field, weight, "a number from 0 to " + HEAVIEST);
  }
}
