package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.util.Currency;
import org.millrace.currency.ExchangeRate;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * What one company of a group claims from another, and what the other owes it by its own books: of
 * equal worth, or there is a mismatch that one of them has to book.
 *
 * @param claimInGroup at the closing rate
 * @param debtInGroup at the closing rate
 * @param mismatch by how much the claim is more than the debt
 * @param correctDebt what the claim is worth in the currency of the debtor
 * @param debtorLoss what the debtor has to book, a gain below 0
 */
record MutualBalance(
    @Amount(in = "claim.currency") Money claim,
    @Amount(in = "debt.currency") Money debt,
    Money claimInGroup,
    Money debtInGroup,
    Money mismatch,
    @Amount(in = "debt.currency") Money correctDebt,
    @Amount(in = "debt.currency") Money debtorLoss,
    String reason) {

  /** Rates into the currency of the group, one for one for its own. */
  record Closing(Currency group, ExchangeRate ofClaim, ExchangeRate ofDebt) {}

  /**
   * Holds a claim against the debt: 1,000.00 EUR against 1,080.00 USD that stand at 0.90 are 28.00
   * EUR apart; the debt should be 1,000.00 / 0.90 = 1,111.11 USD.
   */
  static MutualBalance of(Money claim, Money debt, Closing closing) {
    Money claimed = closing.ofClaim().of(claim.amount(), closing.group());
    Money owed = closing.ofDebt().of(debt.amount(), closing.group());
    BigDecimal worth = closing.ofClaim().unrounded(claim.amount());
    Money correct = closing.ofDebt().inverse().of(worth, debt.currency());
    Money mismatch = claimed.minus(owed);
    String reason =
        mismatch.isZero()
            ? "Both books agree."
            : "The debtor has %s; at the closing rate %s the claim of %s is %s."
                .formatted(debt, closing.ofDebt(), claim, correct);
    return new MutualBalance(
        claim, debt, claimed, owed, mismatch, correct, correct.minus(debt).rounded(), reason);
  }
}
