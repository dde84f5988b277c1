package org.millrace.ledger.posting;

import java.util.Map;
import java.util.Optional;
import org.millrace.currency.PaymentDetail;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.StandardAccounts;
import org.millrace.shared.Money;

/** Where the money of payments and differences of exchange are posted. */
final class Exchange {
  private Exchange() {}

  /** The account of a realised difference, a gain above 0. */
  static AccountCode of(Money gain) {
    return gain.isNegative() ? StandardAccounts.EXCHANGE_LOSSES : StandardAccounts.EXCHANGE_GAINS;
  }

  /** The same of what may reverse another one: that is taken back from where it stands. */
  static AccountCode of(Money gain, Optional<?> reversed) {
    return of(reversed.isPresent() ? gain.negated() : gain);
  }

  /** The account of one that a closing day makes and the next month takes back. */
  static AccountCode unrealised(Money gain) {
    return gain.isNegative()
        ? StandardAccounts.UNREALISED_LOSSES
        : StandardAccounts.UNREALISED_GAINS;
  }

  /** The bank, or the clearing account where another document holds the money. */
  static AccountCode money(Optional<PaymentDetail> detail) {
    return detail.flatMap(PaymentDetail::settledBy).isPresent()
        ? StandardAccounts.SETTLEMENT_CLEARING
        : StandardAccounts.CASH;
  }

  /**
   * What a payment of an item is in the currency of the item: the money, and what it settles on the
   * control account, receivables on the credit side.
   */
  static Optional<Originals> originals(Optional<PaymentDetail> detail, AccountCode control) {
    boolean isReceivable = control.equals(StandardAccounts.RECEIVABLE);
    return detail
        .flatMap(PaymentDetail::foreign)
        .map(
            of ->
                Originals.in(
                    of.currency(),
                    isReceivable
                        ? Map.of(money(detail), of.amount(), control, of.settledAmount().negate())
                        : Map.of(
                            money(detail), of.amount().negate(), control, of.settledAmount())));
  }

  /** By how much the money is more than what it settles was worth, in the company's currency. */
  static Money difference(Optional<PaymentDetail> detail, Money amount) {
    return detail
        .flatMap(PaymentDetail::exchangeDifference)
        .orElseGet(() -> Money.zero(amount.currency()));
  }
}
