package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.millrace.shared.Problems;

/**
 * The smallest step of an amount: 0.01 for most currencies, 1 for those without decimals, 0.05
 * where smaller coins are gone. Halves go away from zero, so a credit note mirrors its invoice.
 */
public record RoundingUnit(BigDecimal step) {
  private static final int MOST_DECIMALS = 6;

  public RoundingUnit {
    new Problems()
        .require(step.signum() > 0, "step", step, "more than 0")
        .refuse("Amounts cannot be rounded");
  }

  /** The step of so many decimals. */
  public static RoundingUnit decimals(int decimals) {
    new Problems()
        .require(
            decimals >= 0 && decimals <= MOST_DECIMALS,
            "decimals",
            decimals,
            "a number from 0 to " + MOST_DECIMALS)
        .refuse("Amounts cannot be rounded");
    return new RoundingUnit(BigDecimal.ONE.movePointLeft(decimals));
  }

  /** The smallest amount of a currency. */
  public static RoundingUnit of(Currency currency) {
    return decimals(Math.max(0, currency.getDefaultFractionDigits()));
  }

  /** The nearest multiple of the step. */
  public BigDecimal round(BigDecimal amount) {
    return round(amount, BigDecimal.ONE);
  }

  /** The nearest multiple of the step to a quotient, which is never rounded before. */
  public BigDecimal round(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor.multiply(step), 0, RoundingMode.HALF_UP).multiply(step);
  }

  /**
   * What a part adds to the rounded share of a total, when the parts before it came to so much. All
   * parts add up to the total: 66.67 + 83.33 + 50.00 of 200.00, for 400, 500 and 300 of 1,200.
   */
  public BigDecimal share(BigDecimal total, BigDecimal whole, BigDecimal before, BigDecimal part) {
    if (whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal until = round(total.multiply(before.add(part)), whole);
    return until.subtract(round(total.multiply(before), whole));
  }
}
