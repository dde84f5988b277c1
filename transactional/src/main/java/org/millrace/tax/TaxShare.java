package org.millrace.tax;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.currency.ForeignTax;
import org.millrace.shared.Money;
import org.millrace.shared.PlainNumber;

/**
 * The tax of one code within a document. Base = net amounts of its lines; amount = what the seller
 * charges; self-assessed = what the buyer owes in his place; proportional = the part of either that
 * falls with the price, as a fixed amount for each unit does not. The rate is absent where a code
 * is more than one percentage. What a document in another currency says stands beside it.
 */
public record TaxShare(
    TaxCodeName code,
    TaxCategory category,
    TaxPoint taxPoint,
    Optional<BigDecimal> rate,
    BigDecimal deductiblePercent,
    Money base,
    Money amount,
    Money selfAssessed,
    Money proportional,
    Optional<ForeignTax> foreign) {
  public TaxShare {
    rate = rate.map(PlainNumber::of);
    deductiblePercent = PlainNumber.of(deductiblePercent);
  }

  /**
   * One tax of a code that is several: a withholding of -20 %, a fund of 4 %, 22 % on both. In the
   * order of the code; the amounts of a code add up to that of its share.
   */
  public record Component(
      TaxCodeName code, int component, TaxComponent.Basis basis, BigDecimal rate, Money amount) {
    public Component {
      rate = PlainNumber.of(rate);
    }
  }

  /** The same share owed at another point. */
  public TaxShare dueAt(TaxPoint point) {
    return new TaxShare(
        code,
        category,
        point,
        rate,
        deductiblePercent,
        base,
        amount,
        selfAssessed,
        proportional,
        foreign);
  }

  /** The same share with the other sign. */
  public TaxShare negated() {
    return new TaxShare(
        code,
        category,
        taxPoint,
        rate,
        deductiblePercent,
        base.negated(),
        amount.negated(),
        selfAssessed.negated(),
        proportional.negated(),
        foreign.map(ForeignTax::negated));
  }

  /** The same share with other amounts, as a credit note has it. */
  public TaxShare with(Money otherBase, Money otherAmount, Optional<ForeignTax> otherForeign) {
    return new TaxShare(
        code,
        category,
        taxPoint,
        rate,
        deductiblePercent,
        otherBase,
        otherAmount,
        selfAssessed,
        otherAmount,
        otherForeign);
  }
}
