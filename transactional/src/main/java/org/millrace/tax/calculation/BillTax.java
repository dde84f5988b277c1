package org.millrace.tax.calculation;

import java.math.BigDecimal;

/**
 * The tax of a supplier's bill as it is booked. Computed = by our own arithmetic; booked = as the
 * supplier printed it, else as computed; difference = booked less computed. Input = what is got
 * back; cost = what is not; self-assessed = owed in the supplier's place and not paid to him.
 */
public record BillTax(
    BigDecimal computed,
    BigDecimal booked,
    BigDecimal input,
    BigDecimal cost,
    BigDecimal selfAssessed) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** As computed. */
  public static BillTax of(TaxedDocument document, RoundingUnit unit) {
    return of(document, document.tax(), unit);
  }

  /**
   * As printed. What the supplier printed beside the computed tax is got back as far as the rest:
   * 23.25 printed for 23.10 is 23.25 of input tax when all is deductible.
   */
  public static BillTax of(TaxedDocument document, BigDecimal printed, RoundingUnit unit) {
    BigDecimal computed = document.tax();
    BigDecimal deductible = BigDecimal.ZERO;
    for (TaxedDocument.Group group : document.groups()) {
      BigDecimal tax = group.tax().add(group.selfAssessed());
      deductible =
          deductible.add(unit.round(tax.multiply(group.treatment().deductiblePercent()), HUNDRED));
    }
    BigDecimal self = TaxedDocument.sum(document.groups(), TaxedDocument.Group::selfAssessed);
    BigDecimal all = computed.add(self);
    BigDecimal difference = printed.subtract(computed);
    BigDecimal input =
        all.signum() == 0
            ? deductible.add(difference)
            : deductible.add(unit.round(difference.multiply(deductible), all));
    return new BillTax(computed, printed, input, printed.add(self).subtract(input), self);
  }

  /**
   * The same, where what the supplier printed beside the computed tax is not got back but stands
   * alone: 23.25 printed for 23.10 is 23.10 of input tax and a difference of 0.15.
   */
  public static BillTax apart(TaxedDocument document, BigDecimal printed, RoundingUnit unit) {
    BillTax computed = of(document, unit);
    return new BillTax(
        computed.computed, printed, computed.input, computed.cost, computed.selfAssessed);
  }

  /** By how much the printed tax is above the computed one. */
  public BigDecimal difference() {
    return booked.subtract(computed);
  }
}
