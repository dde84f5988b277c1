package org.millrace.tax.calculation;

import java.math.BigDecimal;

/**
 * The tax of a document of which some is settled. Payments make a tax due that is due by payment;
 * discounts and write-offs lessen the tax; a fee that the bank keeps does neither, as the customer
 * owed and paid it. Shares are cumulative, so the last cent is never lost.
 *
 * <p>Part = the tax that falls with the amount; of = the amount that it falls with, which is gross
 * without taxes of a fixed amount (net alone for a tax that the buyer owes).
 */
public record OwedTax(BigDecimal part, BigDecimal of) {
  /** The tax of one treatment within a document. */
  public static OwedTax of(TaxedDocument document, TaxedDocument.Group group) {
    BigDecimal fixed =
        TaxedDocument.sum(
            document.groups(),
            each ->
                each.treatment().category().isOwedByBuyer()
                    ? BigDecimal.ZERO
                    : each.tax().subtract(each.taxFollowingPrice()));
    return new OwedTax(group.taxFollowingPrice(), document.gross().subtract(fixed));
  }

  /** By how much the tax falls when so much is let off, after so much was let off before. */
  public BigDecimal correction(BigDecimal before, BigDecimal letOff, RoundingUnit unit) {
    return unit.share(part, of, before, letOff);
  }

  /**
   * How much becomes due by a payment. 33.33 of tax on 133.33, paid with 33.33, 33.33 and 66.67,
   * are due with 8.33, 8.33 and 16.67.
   */
  public BigDecimal due(BigDecimal settledBefore, BigDecimal paid, RoundingUnit unit) {
    return unit.share(part, of, settledBefore, paid);
  }
}
