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

  /** No trend; a lasting one or one that fades, added to the level or multiplied with it. */
  enum Trend {
    NONE("N"),
    ADDITIVE("A"),
    DAMPED("Ad"),
    MULTIPLICATIVE("M"),
    MULTIPLICATIVE_DAMPED("Md");

    private final String letters;

    Trend(String letters) {
      this.letters = letters;
    }

    boolean isDamped() {
      return this == DAMPED || this == MULTIPLICATIVE_DAMPED;
    }

    boolean isMultiplied() {
      return this == MULTIPLICATIVE || this == MULTIPLICATIVE_DAMPED;
    }
  }

  /** No season, one added to the level, or one multiplied with it. */
  enum Season {
    NONE,
    ADDITIVE,
    MULTIPLICATIVE
  }

  /** All 30 forms, as far as they are possible. */
  static List<Form> all(Scale scale) {
    List<Form> forms = new ArrayList<>();
    for (Trend trend : Trend.values()) {
      for (Season season : Season.values()) {
        for (Error error : Error.values()) {
          Form form = new Form(error, trend, season);
          if (form.isPossible(scale)) {
            forms.add(form);
          }
        }
      }
    }
    return forms;
  }

  /**
   * The 15 forms without numerical trouble: no multiplicative season with additive errors and no
   * multiplicative trend.
   */
  static List<Form> sensible(Scale scale) {
    return all(scale).stream().filter(Form::isSensible).toList();
  }

  private boolean isSensible() {
    boolean isMixed = error == Error.ADDITIVE && season == Season.MULTIPLICATIVE;
    return !isMixed && !trend.isMultiplied();
  }

  /** Forms with a season need one, those with a multiplication a positive history. */
  private boolean isPossible(Scale scale) {
    boolean isMultiplied =
        error == Error.MULTIPLICATIVE || season == Season.MULTIPLICATIVE || trend.isMultiplied();
    return (season == Season.NONE || scale.season() > 1) && (scale.isPositive() || !isMultiplied);
  }

  /** What decides which forms are possible. */
  record Scale(int season, boolean isPositive) {}

  /** Weights, starting states (the last place of the season follows from the others), variance. */
  int parameters(int season) {
    int ofTrend = trend == Trend.NONE ? 0 : trend.isDamped() ? 3 : 2;
    int ofSeason = this.season == Season.NONE ? 0 : season;
    return 3 + ofTrend + ofSeason;
  }

  /** As the literature writes it. */
  String title() {
    String ofError = letter(error.name());
    return "ETS(" + ofError + "," + trend.letters + "," + letter(season.name()) + ")";
  }

  private static String letter(String name) {
    return name.substring(0, 1);
  }
}
