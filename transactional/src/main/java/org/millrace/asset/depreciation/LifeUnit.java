package org.millrace.asset.depreciation;

/** What the useful life of an asset is counted in. */
public enum LifeUnit {
  MONTHS,
  YEARS,
  /** Units that are made with it, such as pieces, hours or kilometres. */
  UNITS
}
