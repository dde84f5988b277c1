package org.millrace.asset.depreciation;

/** How what an asset loses is spread over its useful life (IAS 16.62). */
public enum DepreciationMethod {
  /** The same in each period. */
  STRAIGHT_LINE,
  /** Twice the straight-line rate on the book value: 2 / 3 a year for 3 years. */
  DOUBLE_DECLINING,
  /** In 4 years 4, 3, 2 and 1 tenths. */
  SUM_OF_YEARS_DIGITS,
  /** By what was made with it. */
  UNITS_OF_PRODUCTION
}
