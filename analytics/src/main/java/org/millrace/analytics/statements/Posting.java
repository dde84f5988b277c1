package org.millrace.analytics.statements;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A journal line, or the sum of several of one account and month: what was debited and credited, in
 * the currency of the company's books.
 */
public record Posting(YearMonth month, Account account, BigDecimal debit, BigDecimal credit) {

  public Posting {
    requireNonNull(month, "month");
    requireNonNull(account, "account");
    requireNonNull(debit, "debit");
    requireNonNull(credit, "credit");
  }
}
