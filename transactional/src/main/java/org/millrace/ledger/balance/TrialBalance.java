package org.millrace.ledger.balance;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.millrace.ledger.Account;
import org.millrace.shared.Money;

/**
 * Every account with postings up to the end of a month. Debits of the month equal credits, and so
 * do the balances on either side: golden example, 173,000 = 173,000.
 */
record TrialBalance(
    YearMonth month,
    Currency currency,
    List<Row> rows,
    Money debit,
    Money credit,
    Money debitBalances,
    Money creditBalances) {
  /** Opening and closing are signed, debit positive; closing = opening + debit - credit. */
  record Row(Account account, Money opening, Money debit, Money credit) {
    Money closing() {
      return opening.plus(debit).minus(credit);
    }
  }

  static TrialBalance of(YearMonth month, Currency currency, List<Row> rows) {
    Money none = Money.zero(currency);
    Function<Function<Row, Money>, Money> sum =
        part -> rows.stream().map(part).reduce(none, Money::plus);
    return new TrialBalance(
        month,
        currency,
        List.copyOf(rows),
        sum.apply(Row::debit),
        sum.apply(Row::credit),
        sum.apply(row -> row.closing().isPositive() ? row.closing() : none),
        sum.apply(row -> row.closing().isNegative() ? row.closing().negated() : none));
  }
}
