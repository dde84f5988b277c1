package org.millrace.currency;

import java.util.Optional;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

/**
 * What a payment of one invoice has beside its amount when it settles several at once, or an
 * invoice in a foreign currency.
 *
 * @param settledBy the document that holds the money: a payment of several invoices, or what sets
 *     invoices off against each other
 * @param exchangeDifference realised with it in the currency of the company: a gain above 0, a loss
 *     below 0; absent where the other document tells it
 */
public record PaymentDetail(
    Optional<DocumentRef> settledBy,
    Optional<ForeignPayment> foreign,
    Optional<Money> exchangeDifference) {
  /** The detail of the payment that takes this one back. */
  public PaymentDetail negated() {
    return new PaymentDetail(
        settledBy, foreign.map(ForeignPayment::negated), exchangeDifference.map(Money::negated));
  }

  /** Nothing to tell. */
  public boolean isNone() {
    return settledBy.isEmpty() && foreign.isEmpty() && exchangeDifference.isEmpty();
  }
}
