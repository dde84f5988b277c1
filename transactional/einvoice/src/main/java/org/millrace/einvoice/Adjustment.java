package org.millrace.einvoice;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is allowed or charged besides the price: BT-92 or BT-99 amount, BT-93 base and BT-94 percent
 * of it, BT-95 tax (a line's has none of its own), BT-97 reason, BT-98 its code.
 */
public record Adjustment(
    Kind kind,
    BigDecimal amount,
    Optional<BigDecimal> base,
    Optional<BigDecimal> percent,
    Optional<Amounts.TaxCategory> tax,
    Optional<String> reason,
    Optional<String> reasonCode) {
  /** Taken off or added. */
  public enum Kind {
    ALLOWANCE,
    CHARGE
  }

  public static Kind kind(String indicator) {
    return Boolean.parseBoolean(indicator) || indicator.equals("1") ? Kind.CHARGE : Kind.ALLOWANCE;
  }
}
