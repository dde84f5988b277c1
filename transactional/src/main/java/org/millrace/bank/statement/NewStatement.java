package org.millrace.bank.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.StatementKind;
import org.millrace.shared.Money.Amount;

/**
 * A statement as a file or a person tells it; amounts are in the currency of the account.
 *
 * @param account its code, IBAN or number; the only account when none is named
 * @param statementDate the day of the closing balance; that of the last line when not said
 * @param currency in which it is, where the file says so
 */
record NewStatement(
    Optional<String> account,
    String statementId,
    Optional<StatementKind> kind,
    Optional<LocalDate> statementDate,
    @Amount(in = "currency") Optional<BigDecimal> openingBalance,
    @Amount(in = "currency") Optional<BigDecimal> closingBalance,
    Optional<String> currency,
    Optional<String> remark,
    List<NewLine> lines,
    Optional<Instant> occurredAt) {
  NewStatement {
    lines = List.copyOf(lines);
  }

  /**
   * A line; money in above 0.
   *
   * @param pending whether the bank has not booked it yet; then it is shown and never booked
   * @param detailOf which line, from 1, this is a payment inside of
   */
  record NewLine(
      LocalDate date,
      Optional<LocalDate> valueDate,
      @Amount(in = "currency") BigDecimal amount,
      Optional<String> text,
      Optional<String> counterpartyName,
      Optional<String> counterpartyIban,
      Optional<String> reference,
      Optional<String> bankReference,
      Optional<Boolean> reversal,
      Optional<Boolean> pending,
      Optional<Integer> detailOf) {}
}
