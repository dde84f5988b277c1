package org.millrace.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.PlainNumber;

/**
 * The tax of an invoice beside its net amount. Gross = net + amount, what is to be paid. Discount =
 * of the whole document, as its prices are; the net amounts of the lines are after it. Let off =
 * what discounts at payment and write-offs came to so far.
 */
public record DocumentTax(
    Money amount,
    Money gross,
    boolean pricesInclude,
    Money discount,
    Money letOff,
    Optional<EarlyPayment> earlyPayment) {
  /** What may be kept by who pays all until that day. */
  public record EarlyPayment(
      BigDecimal percent, int days, TaxTerms.Mode mode, LocalDate until, Money discount) {
    public EarlyPayment {
      percent = PlainNumber.of(percent);
    }
  }

  /** The same with the other sign, as who takes the invoice back has it. */
  public DocumentTax negated() {
    return new DocumentTax(
        amount.negated(),
        gross.negated(),
        pricesInclude,
        discount.negated(),
        letOff.negated(),
        Optional.empty());
  }

  /** After so much more was let off. */
  public DocumentTax lettingOff(Money more) {
    return new DocumentTax(amount, gross, pricesInclude, discount, letOff.plus(more), earlyPayment);
  }

  /** Whether a discount at payment lessens the tax; the terms may say that it does not. */
  public boolean isCorrectedByDiscount() {
    return earlyPayment.map(early -> early.mode() == TaxTerms.Mode.INCLUDED).orElse(true);
  }

  /** The discount that a payment of so much on that day takes: exactly what the terms leave. */
  public Optional<Money> earlyDiscount(Money paid, LocalDate day) {
    return earlyPayment
        .filter(early -> !day.isAfter(early.until()))
        .map(EarlyPayment::discount)
        .filter(discount -> paid.equals(gross.minus(discount)));
  }
}
