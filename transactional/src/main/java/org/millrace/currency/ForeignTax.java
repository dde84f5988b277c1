package org.millrace.currency;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * The tax of one code in the currency of its document, where that is not the company's.
 *
 * @param base what it is due on
 * @param amount the tax
 */
public record ForeignTax(
    @Amount(in = "foreign.currency") BigDecimal base,
    @Amount(in = "foreign.currency") BigDecimal amount) {
  public ForeignTax {
    base = PlainNumber.of(base);
    amount = PlainNumber.of(amount);
  }

  /** The same with the other sign. */
  public ForeignTax negated() {
    return new ForeignTax(base.negate(), amount.negate());
  }

  /** The sum of some in one currency. */
  public static ForeignTax sum(Stream<ForeignTax> some) {
    return some.reduce(
        new ForeignTax(BigDecimal.ZERO, BigDecimal.ZERO),
        (one, other) -> new ForeignTax(one.base.add(other.base), one.amount.add(other.amount)));
  }

  /** Base and tax. */
  public BigDecimal gross() {
    return base.add(amount);
  }
}
