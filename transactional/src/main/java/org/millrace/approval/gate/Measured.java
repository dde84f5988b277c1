package org.millrace.approval.gate;

import java.math.BigDecimal;
import org.millrace.shared.Money;

/** What policies measure of a document. */
record Measured(Money amount, BigDecimal discountPercent) {
  /** A document without a discount. */
  static Measured of(Money amount) {
    return new Measured(amount, BigDecimal.ZERO);
  }
}
