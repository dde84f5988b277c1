package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.ledger.Account;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;

/**
 * The balance of an account in the currency of its company, debit above 0.
 *
 * @param rate at which it came into the books, which equity needs
 */
record Balance(
    String account,
    Account.Type type,
    @Amount(in = "currency") BigDecimal amount,
    Optional<ExchangeRate> rate) {
  Balance {
    account = Code.checked("account", account, 200);
    new Problems()
        .require(
            amount.abs().compareTo(Money.MOST) <= 0,
            "amount",
            amount,
            "at most " + Money.MOST + " for one account")
        .refuse("The balance cannot be used");
  }
}
