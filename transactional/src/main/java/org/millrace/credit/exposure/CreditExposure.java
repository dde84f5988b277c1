package org.millrace.credit.exposure;

import java.util.Currency;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;

/**
 * The exposure to a party and to those that were merged into it, in the currency of the company:
 * exposure = open items + delivered, not invoiced + ordered, not delivered. Open items of 700, 100
 * delivered and 300 ordered are an exposure of 1,100, which exceeds a limit of 1,000 by 100.
 *
 * @param openItems what the party owes less what it is owed
 * @param delivered what was delivered and not invoiced, net
 * @param ordered what is ordered and not delivered, net
 */
public record CreditExposure(
    PartyCode party,
    String partyName,
    Money openItems,
    Money delivered,
    Money ordered,
    Optional<Money> creditLimit,
    Currency currency) {
  /** All three together. */
  public Money exposure() {
    return openItems.plus(delivered).plus(ordered);
  }

  /** By how much it exceeds the limit; absent where there is none or it does not. */
  public Optional<Money> excess() {
    return creditLimit.map(exposure()::minus).filter(Money::isPositive);
  }
}
