package org.millrace.sales.rebate;

/** What the percentage of a tier is taken of. */
public enum TierMethod {
  /** The highest tier that is reached counts for all of the turnover. */
  WHOLE_TURNOVER,
  /** Each tier counts for the turnover that lies in it. */
  WITHIN_TIER
}
