package org.millrace.currency;

import org.millrace.shared.Money;

/**
 * A part of a document in its own currency, and what that is worth in the books.
 *
 * @param home in the currency of the company
 */
public record Carried(Money amount, Money home) {
  /** A part that is in the currency of the company. */
  public static Carried of(Money amount) {
    return new Carried(amount, amount);
  }

  /** The same with the other signs. */
  public Carried negated() {
    return new Carried(amount.negated(), home.negated());
  }
}
