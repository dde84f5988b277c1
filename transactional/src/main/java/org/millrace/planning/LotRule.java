package org.millrace.planning;

/** How the needs of an item become orders, and what the rule has to know. */
public enum LotRule {
  /** Each order exactly what is needed. */
  LOT_FOR_LOT(),
  /** Orders of one size, as many as are needed. */
  FIXED(Term.QUANTITY),
  /** One order, a multiple of the quantity. */
  MULTIPLE(Term.QUANTITY),
  /** At least the quantity, above it in packs where a multiple is named. */
  MINIMUM(Term.QUANTITY),
  /** One order for the needs of several weeks. */
  PERIODS(Term.PERIODS),
  /** The quantity at which ordering and holding cost the same. */
  EOQ(Term.COSTS),
  /** Orders grow week by week while the cost of a week falls. */
  SILVER_MEAL(Term.COSTS),
  /** The orders that cost least in all. */
  WAGNER_WHITIN(Term.COSTS);

  private final Term term;

  LotRule() {
    this(Term.NOTHING);
  }

  LotRule(Term term) {
    this.term = term;
  }

  /** What a rule has to know. */
  enum Term {
    NOTHING,
    QUANTITY,
    PERIODS,
    COSTS
  }

  boolean needs(Term asked) {
    return term == asked;
  }
}
