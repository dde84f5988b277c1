package org.millrace.asset.depreciation;

/** How long the periods are for which depreciation is booked. */
public enum DepreciationPeriod {
  /** It ends with the calendar month. */
  MONTH,
  /** It ends with the calendar year, or on the day of the year that is named. */
  YEAR
}
