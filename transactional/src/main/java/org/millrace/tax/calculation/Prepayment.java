package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is left of a final invoice when some was invoiced and taxed before the supply: 1,190.00 with
 * 190.00 of tax after a prepayment of 357.00 with 57.00 leaves 833.00 to pay and 133.00 of tax.
 */
public record Prepayment(BigDecimal payable, BigDecimal tax) {
  /** The final invoice for the whole supply less the prepayment invoices. */
  public static Prepayment of(TaxedDocument whole, List<TaxedDocument> prepaid) {
    return new Prepayment(
        whole.gross().subtract(TaxedDocument.sum(prepaid, TaxedDocument::gross)),
        whole.tax().subtract(TaxedDocument.sum(prepaid, TaxedDocument::tax)));
  }
}
