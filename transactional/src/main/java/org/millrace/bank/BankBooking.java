package org.millrace.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.match.MatchReason;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * What lines of statements were booked as, and why: open items that they settle, with what was let
 * go, a fee, money on account, or an expense. Amount = items - discount - writeOff - fee +
 * onAccount + expense, all with the sign of the bank: money in above 0.
 *
 * @param decidedBy the program, or a person who accepted or corrected its proposal
 * @param words why, in a sentence
 * @param party who has something on account
 * @param expense money for the expense account, its tax inside
 * @param takesBack the booking whose money came back by it
 * @param reversalReason why it was undone
 */
public record BankBooking(
    BookingNumber number,
    BookingStatus status,
    BankAccountCode account,
    LocalDate bookingDate,
    @Amount(in = "currency") Money amount,
    DecidedBy decidedBy,
    MatchReason reason,
    String words,
    @Amount(in = "currency") Money discount,
    @Amount(in = "currency") Money writeOff,
    @Amount(in = "currency") Money fee,
    @Amount(in = "currency") Money onAccount,
    Optional<String> party,
    Optional<String> expenseAccount,
    @Amount(in = "currency") Money expense,
    @Amount(in = "currency") Money expenseTax,
    Optional<String> taxCode,
    Optional<BookingNumber> takesBack,
    Optional<String> reversalReason,
    List<Line> lines,
    List<Item> items,
    List<Payment> payments,
    Currency currency) {
  /** Stored in bank.booking with its lines, items and payments; numbered BB-000001. */
  public static final DocumentKind<BankBooking> KIND =
      DocumentKind.of(BankBooking.class, "bank", "booking")
          .numbered("BB")
          .listed("bank-bookings")
          .lines("lines", "bank.booking_line", "booking")
          .lines("items", "bank.booking_item", "booking")
          .lines("payments", "bank.booking_payment", "booking")
          .searched("number", "party", "words", "items.item", "items.party")
          .sorted("-bookingDate")
          .steps(BankBooking::status, BookingAct.values())
          .build();

  public BankBooking {
    lines = List.copyOf(lines);
    items = List.copyOf(items);
    payments = List.copyOf(payments);
  }

  /** Who decided on it. */
  public enum DecidedBy {
    PROGRAM,
    PERSON
  }

  /** A line of a statement that is booked by it. */
  public record Line(
      int line,
      StatementNumber statement,
      int statementLine,
      @Amount(in = "currency") Money amount) {}

  /**
   * An open item that it settles, or with the other sign opens again.
   *
   * @param item its kind and number, as open items are named
   * @param called the number under which the other party knows it
   */
  public record Item(
      int line, String item, String called, String party, @Amount(in = "currency") Money amount) {}

  /** A payment that was posted by it. */
  public record Payment(
      int line, String payment, String party, @Amount(in = "currency") Money amount) {}

  /** What it moves in the ledger besides payments: an expense with its tax. */
  public List<BankBookingChanged.Posting> postings(BankAccount bank) {
    return expense.isZero()
        ? List.of()
        : List.of(
            new BankBookingChanged.Posting(bank.ledgerAccount(), expense),
            new BankBookingChanged.Posting(
                expenseAccount.orElse(FEES), expense.minus(expenseTax).negated()),
            new BankBookingChanged.Posting(INPUT_TAX, expenseTax.negated()));
  }

  private static final String FEES = "6700";
  private static final String INPUT_TAX = "1300";

  /** Undone for a reason. */
  public BankBooking reversed(String why) {
    status.require(BookingAct.REVERSE, KIND.titled(number));
    return as(BookingStatus.REVERSED, Optional.of(why));
  }

  /** After its money came back. */
  public BankBooking returned(BookingNumber by) {
    status.require(BookingAct.REVERSE, KIND.titled(number));
    return as(BookingStatus.RETURNED, Optional.of("returned by " + by));
  }

  private BankBooking as(BookingStatus now, Optional<String> why) {
    return new BankBooking(
        number,
        now,
        account,
        bookingDate,
        amount,
        decidedBy,
        reason,
        words,
        discount,
        writeOff,
        fee,
        onAccount,
        party,
        expenseAccount,
        expense,
        expenseTax,
        taxCode,
        takesBack,
        why,
        lines,
        items,
        payments,
        currency);
  }
}
