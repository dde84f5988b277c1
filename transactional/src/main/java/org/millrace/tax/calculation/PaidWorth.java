package org.millrace.tax.calculation;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.millrace.currency.Carried;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignPayment;
import org.millrace.currency.PaymentDetail;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;

/**
 * What a payment of an invoice is worth in the books: all that it settles, the deductions, and the
 * rest, which is the money. They are the same where the invoice is in the company's currency.
 */
public record PaidWorth(Carried all, Money money, Deductions deductions) {
  /**
   * The worth of a part of an invoice.
   *
   * @param all money and deductions together
   * @param asked the deductions in the currency of the invoice
   * @param worth what an amount of the invoice is worth
   */
  public static PaidWorth of(Carried all, Deductions asked, UnaryOperator<Money> worth) {
    Deductions deductions =
        new Deductions(
            worth.apply(asked.discount()),
            worth.apply(asked.writeOff()),
            worth.apply(asked.bankFee()));
    return new PaidWorth(all, all.home().minus(deductions.total()), deductions);
  }

  /**
   * What the payment has to tell beside its amount.
   *
   * @param paid the money in the currency of the invoice
   * @param rate at which that money comes or goes, asked where no other document holds it
   */
  public Optional<PaymentDetail> detail(
      Optional<DocumentRef> settledBy, Money paid, Supplier<ExchangeRate> rate) {
    if (paid.currency().equals(money.currency())) {
      return settledBy.map(by -> new PaymentDetail(settledBy, Optional.empty(), Optional.empty()));
    }
    Optional<ExchangeRate> at = settledBy.isPresent() ? Optional.empty() : Optional.of(rate.get());
    ForeignPayment foreign =
        new ForeignPayment(paid.currency(), at, paid.amount(), all.amount().amount());
    Optional<Money> difference =
        at.map(each -> each.of(paid.amount(), money.currency()).minus(money));
    return Optional.of(new PaymentDetail(settledBy, Optional.of(foreign), difference));
  }
}
