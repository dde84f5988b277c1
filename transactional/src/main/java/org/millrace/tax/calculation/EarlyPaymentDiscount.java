package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/** What who pays within some days of the invoice date may keep: 2 % within 10 days. */
public record EarlyPaymentDiscount(BigDecimal percent, int days, Mode mode) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST = 3650;

  /** What the discount does to the tax. */
  public enum Mode {
    /** It is taken of net and tax; the tax is corrected once the discount is used. */
    INCLUDED,
    /** It is taken of the net amount; the tax never changes. */
    EXCLUDED,
    /** It is taken of the net amount; the tax is of the reduced amount from the start. */
    MIXED
  }

  public EarlyPaymentDiscount {
    percent = PlainNumber.of(percent);
    new Problems()
        .require(
            percent.signum() > 0 && percent.compareTo(HUNDRED) < 0,
            "percent",
            percent,
            "more than 0 and less than 100")
        .require(days >= 0 && days <= LONGEST, "days", days, "a number from 0 to " + LONGEST)
        .refuse("The discount for early payment cannot be used");
  }

  /** The last day on which the discount may be taken. */
  public LocalDate until(LocalDate invoiceDate) {
    return invoiceDate.plusDays(days);
  }

  /** The fraction of the net amount that is taxed from the start. */
  public BigDecimal taxedFraction() {
    return mode == Mode.MIXED ? BigDecimal.ONE.subtract(percent.divide(HUNDRED)) : BigDecimal.ONE;
  }

  /** The discount without tax. */
  public BigDecimal net(TaxedDocument document, RoundingUnit unit) {
    return unit.round(document.net().multiply(percent), HUNDRED);
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
      TaxedDocument document,
      java.util.function.Function<TaxedDocument.Group, BigDecimal> tax,
      RoundingUnit unit) {
    return mode != Mode.INCLUDED
        ? BigDecimal.ZERO
        : document.groups().stream()
            .filter(group -> tax.apply(group).signum() != 0)
            .map(group -> unit.round(group.taxFollowingPrice().multiply(percent), HUNDRED))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What who pays in time need not pay: 5.75 of 57.55, of which 0.05 are a fixed tax. */
  public BigDecimal amount(TaxedDocument document, RoundingUnit unit) {
    return net(document, unit).add(taxCorrection(document, unit));
  }
}
