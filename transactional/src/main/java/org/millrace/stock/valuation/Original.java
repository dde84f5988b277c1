package org.millrace.stock.valuation;

import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods that a line brought into a pool or let out of it, and what of them has not gone back. */
record Original(String pool, Quantity left, Money value) {
  /** The share of so many; the last ones take the rest. */
  Money share(Quantity quantity) {
    return quantity.compareTo(left) >= 0 ? value : Shares.of(value, quantity, left);
  }

  Original less(Quantity quantity, Money share) {
    return new Original(pool, left.minus(quantity).max(Quantity.ZERO), value.minus(share));
  }

  Original dearer(Money more) {
    return new Original(pool, left, value.plus(more));
  }
}
