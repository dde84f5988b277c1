package org.millrace.tax;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * What holds for the taxes of a company: where they are rounded, and to which step, in the currency
 * of the document, where that is more than its smallest amount: 0.05 where smaller coins are gone.
 */
public record TaxSettings(TaxRounding rounding, @Amount Optional<BigDecimal> roundTo) {
  /** Rounded for the document, as EN 16931 wants it. */
  public static final TaxSettings DEFAULTS =
      new TaxSettings(TaxRounding.DOCUMENT, Optional.empty());

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000);
  private static final int MOST_DECIMALS = 2;

  public TaxSettings {
    roundTo = roundTo.map(PlainNumber::of);
    roundTo.ifPresent(
        step ->
            new Problems()
                .require(
                    step.signum() > 0 && step.compareTo(MOST) <= 0 && step.scale() <= MOST_DECIMALS,
                    "roundTo",
                    step,
                    "more than 0 and at most 1000, with at most 2 decimals")
                .refuse("The tax settings cannot be used"));
  }
}
