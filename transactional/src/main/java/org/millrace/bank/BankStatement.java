package org.millrace.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Refused;

/**
 * What a bank booked on an account: lines, and the balances before and after where it told them.
 * One that does not add up is kept as it is, with its difference: closing less opening balance less
 * lines. Amounts are in the currency of the account; money in is positive.
 *
 * @param statementId what the bank calls it
 * @param statementDate the day of its closing balance
 * @param entriesAmount the sum of its lines
 * @param calculatedClosing the opening balance and its lines
 * @param difference what is missing to the closing balance, 0 when it adds up; absent where a
 *     balance is
 * @param openLines how many lines are not booked
 * @param remark what was noticed when it was read
 */
public record BankStatement(
    StatementNumber number,
    StatementStatus status,
    BankAccountCode account,
    StatementKind kind,
    String statementId,
    LocalDate statementDate,
    @Amount(in = "currency") Optional<Money> openingBalance,
    @Amount(in = "currency") Money entriesAmount,
    @Amount(in = "currency") Optional<Money> calculatedClosing,
    @Amount(in = "currency") Optional<Money> closingBalance,
    @Amount(in = "currency") Optional<Money> difference,
    int openLines,
    Optional<String> remark,
    List<Line> lines,
    Currency currency) {
  /** Stored in bank.statement with its lines; numbered BS-000001. */
  public static final DocumentKind<BankStatement> KIND =
      DocumentKind.of(BankStatement.class, "bank", "statement")
          .numbered("BS")
          .listed("bank-statements")
          .lines("lines", "bank.statement_line", "statement")
          .searched("number", "account", "statementId", "lines.text", "lines.counterpartyName")
          .sorted("-statementDate")
          .steps(BankStatement::status, StatementAct.values())
          .build();

  public BankStatement {
    lines = List.copyOf(lines);
  }

  /**
   * A booking of the bank. Payments inside a batch follow it and name it in {@code detailOf}; they
   * count for no sum.
   *
   * @param reference the structured or end-to-end reference
   * @param bankReference what the bank calls the booking
   * @param reversal whether the bank takes a booking back by it
   * @param booking by which number of a bank booking it is booked
   */
  public record Line(
      int line,
      LineStatus status,
      LocalDate date,
      Optional<LocalDate> valueDate,
      @Amount(in = "currency") Money amount,
      String text,
      Optional<String> counterpartyName,
      Optional<String> counterpartyIban,
      Optional<String> reference,
      Optional<String> bankReference,
      boolean reversal,
      Optional<Integer> detailOf,
      Optional<String> booking) {
    Line with(LineStatus now, Optional<String> by) {
      return new Line(
          line,
          now,
          date,
          valueDate,
          amount,
          text,
          counterpartyName,
          counterpartyIban,
          reference,
          bankReference,
          reversal,
          detailOf,
          by);
    }

    /** Whether it counts for itself. */
    public boolean isWhole() {
      return detailOf.isEmpty();
    }
  }

  /** What a bank told of a statement. */
  public record Told(
      BankAccount account,
      StatementKind kind,
      String statementId,
      LocalDate statementDate,
      Optional<Money> openingBalance,
      Optional<Money> closingBalance,
      Optional<String> remark) {}

  /** A statement just taken in. */
  public static BankStatement taken(StatementNumber number, Told told, List<Line> lines) {
    Currency currency = told.account().currency();
    Money entries = sum(lines, currency);
    Optional<Money> calculated = told.openingBalance().map(entries::plus);
    Optional<Money> difference =
        calculated.flatMap(sum -> told.closingBalance().map(closing -> closing.minus(sum)));
    return new BankStatement(
            number,
            StatementStatus.OPEN,
            told.account().code(),
            told.kind(),
            told.statementId(),
            told.statementDate(),
            told.openingBalance(),
            entries,
            calculated,
            told.closingBalance(),
            difference,
            0,
            told.remark(),
            lines,
            currency)
        .with(lines);
  }

  /** The sum of the lines that count for themselves. */
  public static Money sum(List<Line> lines, Currency currency) {
    return lines.stream()
        .filter(Line::isWhole)
        .map(Line::amount)
        .reduce(Money.zero(currency), Money::plus);
  }

  /**
   * The statement given up.
   *
   * @throws Refused as conflict when a line of it is booked
   */
  public BankStatement cancelled() {
    status.require(StatementAct.CANCEL, KIND.titled(number));
    if (lines.stream().anyMatch(line -> line.status() == LineStatus.BOOKED)) {
      throw Refused.conflict(
          KIND.titled(number) + " cannot be cancelled: lines of it are booked. Undo them first.");
    }
    return as(StatementStatus.CANCELLED, lines, openLines);
  }

  /** Its lines booked by that number, with the details inside them. */
  public BankStatement booked(List<Integer> numbers, String booking) {
    return changed(numbers, line -> line.with(LineStatus.BOOKED, Optional.of(booking)));
  }

  /** Its lines that need no booking. */
  public BankStatement ignored(List<Integer> numbers) {
    return changed(numbers, line -> line.with(LineStatus.IGNORED, Optional.empty()));
  }

  /** Its lines to be booked again. */
  public BankStatement reopened(List<Integer> numbers) {
    return changed(numbers, line -> line.with(LineStatus.OPEN, Optional.empty()));
  }

  private BankStatement changed(List<Integer> numbers, UnaryOperator<Line> change) {
    List<Line> after = new ArrayList<>();
    for (Line line : lines) {
      boolean isMeant = numbers.contains(line.detailOf().orElse(line.line()));
      after.add(isMeant ? change.apply(line) : line);
    }
    return with(after);
  }

  private BankStatement with(List<Line> after) {
    int open =
        (int)
            after.stream()
                .filter(line -> line.isWhole() && line.status() == LineStatus.OPEN)
                .count();
    return as(open == 0 ? StatementStatus.DONE : StatementStatus.OPEN, after, open);
  }

  private BankStatement as(StatementStatus now, List<Line> after, int open) {
    return new BankStatement(
        number,
        now,
        account,
        kind,
        statementId,
        statementDate,
        openingBalance,
        entriesAmount,
        calculatedClosing,
        closingBalance,
        difference,
        open,
        remark,
        after,
        currency);
  }
}
