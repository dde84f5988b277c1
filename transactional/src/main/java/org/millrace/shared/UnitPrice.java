package org.millrace.shared;

import java.math.BigDecimal;

/** What may be entered as the net price or the cost of one unit, in every document alike. */
public final class UnitPrice {
  /** A price of one unit has at most so many decimals. */
  public static final int DECIMALS = 6;

  /** A price of one unit is at most a billion. */
  public static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  private UnitPrice() {}

  /** Notes a problem unless it is such a price. */
  public static Problems require(Problems problems, String field, BigDecimal price) {
    boolean sane = Decimals.isSane(price);
    return problems.require(
        sane
            && price.signum() >= 0
            && price.compareTo(MOST) <= 0
            && PlainNumber.of(price).scale() <= DECIMALS,
        field,
        sane ? price.toPlainString() : price.toString(),
        "0 to " + MOST + ", with at most " + DECIMALS + " decimals");
  }
}
