package org.millrace.currency;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/** The amounts of a line in the currency of its document, where that is not the company's. */
public record ForeignLine(
    @Amount(in = "foreign.currency") BigDecimal unitPrice,
    @Amount(in = "foreign.currency") BigDecimal netAmount,
    @Amount(in = "foreign.currency") Optional<BigDecimal> taxAmount) {
  public ForeignLine {
    unitPrice = PlainNumber.of(unitPrice);
    netAmount = PlainNumber.of(netAmount);
    taxAmount = taxAmount.map(PlainNumber::of);
  }

  /** The same with the other sign, at the same price. */
  public ForeignLine negated() {
    return new ForeignLine(unitPrice, netAmount.negate(), taxAmount.map(BigDecimal::negate));
  }
}
