package org.millrace.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.party.PaymentTerms;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * What holds for the whole of a document to be taxed: whether its prices include the tax, a
 * discount in its currency, and what who pays early may keep.
 */
public record TaxTerms(
    boolean pricesInclude, Optional<BigDecimal> documentDiscount, Optional<Early> earlyPayment) {
  /** Net prices, no discount. */
  public static final TaxTerms NONE = new TaxTerms(false, Optional.empty(), Optional.empty());

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST = 3650;

  public TaxTerms {
    documentDiscount.ifPresent(
        off ->
            new Problems()
                .require(off.signum() >= 0, "documentDiscount", off, "0 or more")
                .refuse("The document cannot be taxed"));
  }

  /** What a discount for early payment does to the tax. */
  public enum Mode {
    /** It is taken of net and tax; the tax is corrected once the discount is used. */
    INCLUDED,
    /** It is taken of the net amount; the tax never changes. */
    EXCLUDED,
    /** It is taken of the net amount; the tax is of the reduced amount from the start. */
    MIXED
  }

  /** As a request asks for them. */
  public static TaxTerms of(
      Optional<Boolean> pricesInclude,
      Optional<BigDecimal> documentDiscount,
      Optional<Early> earlyPayment) {
    return new TaxTerms(pricesInclude.orElse(false), documentDiscount, earlyPayment);
  }

  /** The same with so much more off the document, in its currency. */
  public TaxTerms less(BigDecimal more) {
    return more.signum() == 0
        ? this
        : new TaxTerms(
            pricesInclude, Optional.of(documentDiscount.map(more::add).orElse(more)), earlyPayment);
  }

  /** So many percent for who pays within so many days of the invoice date. */
  public record Early(BigDecimal percent, int days, Mode mode) {
    public Early {
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

    /** The discount that was agreed with a party, if any; taking it corrects the tax. */
    public static Optional<Early> agreed(PaymentTerms terms) {
      return terms
          .discountPercent()
          .map(percent -> new Early(percent, terms.discountDays().orElseThrow(), Mode.INCLUDED));
    }

    /** The last day on which the discount may be taken. */
    public LocalDate until(LocalDate invoiceDate) {
      return invoiceDate.plusDays(days);
    }
  }
}
