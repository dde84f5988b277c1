package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.util.List;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.Account;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * A trial balance in the currency of a group; debit above 0.
 *
 * @param difference what equity takes so that both sides are equal: a gain below 0, as credits are
 * @param netAssets assets less liabilities
 * @param profit revenue less expenses
 * @param proof the difference from what each part of equity gained since it came in
 */
record Translation(
    List<Line> lines,
    @Amount Money difference,
    @Amount Money netAssets,
    @Amount Money profit,
    String proof) {
  Translation {
    lines = List.copyOf(lines);
  }

  /** An account: in its own currency, at a rate, in that of the group. */
  record Line(
      String account,
      Account.Type type,
      @Amount(in = "currency") BigDecimal amount,
      ExchangeRate rate,
      Money translated) {}
}
