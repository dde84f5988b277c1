package org.millrace.analytics.forecast.arima;

/**
 * How many values (ar) and errors (ma) before a value count, one step and one season back, and
 * whether there is a constant, which is a drift after one differencing.
 */
record Orders(int ar, int ma, int seasonalAr, int seasonalMa, boolean hasConstant) {

  static final int MOST = 3;
  static final int MOST_SEASONAL = 1;

  boolean isAllowed(int season) {
    int mostSeasonal = season > 1 ? MOST_SEASONAL : 0;
    return ar >= 0
        && ma >= 0
        && ar <= MOST
        && ma <= MOST
        && seasonalAr >= 0
        && seasonalMa >= 0
        && seasonalAr <= mostSeasonal
        && seasonalMa <= mostSeasonal;
  }

  /** Coefficients and the constant, without the variance. */
  int count() {
    return ar + ma + seasonalAr + seasonalMa + (hasConstant ? 1 : 0);
  }

  Orders plus(int ofAr, int ofMa, int ofSeasonalAr, int ofSeasonalMa) {
    return new Orders(
        ar + ofAr, ma + ofMa, seasonalAr + ofSeasonalAr, seasonalMa + ofSeasonalMa, hasConstant);
  }

  Orders withOtherConstant() {
    return new Orders(ar, ma, seasonalAr, seasonalMa, !hasConstant);
  }
}
