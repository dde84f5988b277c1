package org.millrace.analytics.forecast.ets;

import java.util.ArrayList;
import java.util.List;

/** A member of the family, such as ETS(M,Ad,M). */
record Form(Error error, Trend trend, Season season) {

  /** Errors of the same size at any level, or in proportion to the forecast. */
  enum Error {
    ADDITIVE,
    MULTIPLICATIVE
  }

  /** No trend, a lasting one, or one that fades. */
  enum Trend {
    NONE,
    ADDITIVE,
    DAMPED
  }

  /** No season, one added to the level, or one multiplied with it. */
  enum Season {
    NONE,
    ADDITIVE,
    MULTIPLICATIVE
  }

  /**
   * The 15 forms without numerical trouble: no multiplicative season with additive errors and no
   * multiplicative trend; those with a multiplication need a positive history.
   */
  static List<Form> sensible(Scale scale) {
    List<Form> forms = new ArrayList<>();
    for (Trend trend : Trend.values()) {
      for (Season season : Season.values()) {
        boolean isSeasonal = season != Season.NONE;
        if (isSeasonal && scale.season() == 1) {
          continue;
        }
        if (season != Season.MULTIPLICATIVE) {
          forms.add(new Form(Error.ADDITIVE, trend, season));
        }
        if (scale.isPositive()) {
          forms.add(new Form(Error.MULTIPLICATIVE, trend, season));
        }
      }
    }
    return forms;
  }

  /** What decides which forms are possible. */
  record Scale(int season, boolean isPositive) {}

  /** Weights, starting states (the last place of the season follows from the others), variance. */
  int parameters(int season) {
    int ofTrend = trend == Trend.NONE ? 0 : trend == Trend.ADDITIVE ? 2 : 3;
    int ofSeason = this.season == Season.NONE ? 0 : season;
    return 3 + ofTrend + ofSeason;
  }

  /** As the literature writes it. */
  String title() {
    String ofTrend = trend == Trend.NONE ? "N" : trend == Trend.ADDITIVE ? "A" : "Ad";
    return "ETS(" + letter(error.name()) + "," + ofTrend + "," + letter(season.name()) + ")";
  }

  private static char letter(String name) {
    return name.charAt(0);
  }
}
