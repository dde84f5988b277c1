package org.millrace.tax.calculation;

import java.math.BigDecimal;
import org.millrace.tax.TaxTreatment;

/**
 * A line to be taxed: so many units at a price for some units (1 when not said), less a discount in
 * percent.
 */
public record TaxableLine(
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal baseQuantity,
    BigDecimal discountPercent,
    TaxTreatment treatment) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Some units at a price for one. */
  public static TaxableLine of(BigDecimal quantity, BigDecimal price, TaxTreatment treatment) {
    return new TaxableLine(quantity, price, BigDecimal.ONE, BigDecimal.ZERO, treatment);
  }

  /** The same at a discount. */
  public TaxableLine less(BigDecimal percent) {
    return new TaxableLine(quantity, price, baseQuantity, percent, treatment);
  }

  /** The same at a price for that many units. */
  public TaxableLine per(BigDecimal units) {
    return new TaxableLine(quantity, price, units, discountPercent, treatment);
  }

  /**
   * The amount as priced: 3 x 19.99 less 7.5 % = 55.47.
   *
   * @param unit rounds it, once
   */
  public BigDecimal amount(RoundingUnit unit) {
    BigDecimal kept = HUNDRED.subtract(discountPercent);
    return unit.round(quantity.multiply(price).multiply(kept), HUNDRED.multiply(baseQuantity));
  }
}
