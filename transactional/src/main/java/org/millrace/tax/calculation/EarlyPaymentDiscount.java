package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.function.Function;
import org.millrace.tax.TaxTerms;

/** What who pays within some days of the invoice date may keep: 2 % within 10 days. */
public record EarlyPaymentDiscount(TaxTerms.Early terms) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The fraction of the net amount that is taxed from the start. */
  public BigDecimal taxedFraction() {
    return terms.mode() == TaxTerms.Mode.MIXED
        ? BigDecimal.ONE.subtract(terms.percent().divide(HUNDRED))
        : BigDecimal.ONE;
  }

  /** The discount without tax. */
  public BigDecimal net(TaxedDocument document, RoundingUnit unit) {
    return unit.round(document.net().multiply(terms.percent()), HUNDRED);
  }

  /** By how much the tax falls when the discount is taken; fixed amounts for each unit stay. */
  public BigDecimal taxCorrection(TaxedDocument document, RoundingUnit unit) {
    return corrections(document, TaxedDocument.Group::tax, unit);
  }

  /** By how much the tax falls that the buyer owes in the seller's place. */
  public BigDecimal selfAssessedCorrection(TaxedDocument document, RoundingUnit unit) {
    return corrections(document, TaxedDocument.Group::selfAssessed, unit);
  }

  private BigDecimal corrections(
      TaxedDocument document, Function<TaxedDocument.Group, BigDecimal> tax, RoundingUnit unit) {
    return terms.mode() != TaxTerms.Mode.INCLUDED
        ? BigDecimal.ZERO
        : document.groups().stream()
            .filter(group -> tax.apply(group).signum() != 0)
            .map(group -> unit.round(group.taxFollowingPrice().multiply(terms.percent()), HUNDRED))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What who pays in time need not pay: 5.75 of 57.55, of which 0.05 are a fixed tax. */
  public BigDecimal amount(TaxedDocument document, RoundingUnit unit) {
    return net(document, unit).add(taxCorrection(document, unit));
  }
}
