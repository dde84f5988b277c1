package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import org.millrace.shared.Money;

/** By how much a billed price may differ from the ordered one, as a fraction of the latter. */
record Tolerance(BigDecimal price) {
  /** Two percent: 100.00 ordered lets 98.00 to 102.00 pass. */
  static final Tolerance USUAL = new Tolerance(new BigDecimal("0.02"));

  boolean allows(Money ordered, Money billed) {
    BigDecimal difference = billed.minus(ordered).amount().abs();
    return difference.compareTo(ordered.amount().multiply(price)) <= 0;
  }
}
