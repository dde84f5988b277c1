package org.millrace.stock.valuation;

import java.util.Currency;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What lay there when the first goods of a moment left. All that leave at that moment share it, so
 * that it makes no difference which of them is told first.
 */
public record Basis(Quantity onHand, Money value) {
  /** Nothing left yet at this moment. */
  public static Basis none(Currency currency) {
    return new Basis(Quantity.ZERO, Money.zero(currency));
  }

  /** What lies there now. */
  public static Basis of(ItemValue before) {
    return new Basis(before.onHand(), before.value());
  }

  boolean isNone() {
    return onHand.isZero();
  }

  /** The share of so many, half up. */
  Money share(Quantity part) {
    return Shares.of(value, part, onHand);
  }
}
