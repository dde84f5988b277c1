package org.millrace.bank.run;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankAccountCode;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentState;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;

/**
 * Bills that are paid together by one file for the bank. Nothing is posted by it: the bills are
 * settled when the statement tells that the money left.
 *
 * @param paymentDate on which the bank shall pay
 * @param amount the sum of its lines
 */
public record PaymentRun(
    DocumentNumber number,
    Status status,
    BankAccountCode account,
    LocalDate paymentDate,
    @Amount(in = "currency") Money amount,
    List<Line> lines,
    Currency currency) {
  /** Stored in bank.payment_run with its lines; numbered PR-000001. */
  public static final DocumentKind<PaymentRun> KIND =
      DocumentKind.of(PaymentRun.class, "bank", "payment-run")
          .numbered("PR")
          .lines("lines", "bank.payment_run_line", "payment_run")
          .searched("number", "account", "lines.party", "lines.called")
          .steps(PaymentRun::status, Act.values())
          .build();

  public PaymentRun {
    lines = List.copyOf(lines);
  }

  /**
   * A bill that is paid.
   *
   * @param item its kind and number, as open items are named
   * @param called what the supplier calls it
   * @param creditorAccount IBAN or number of the account it is paid to
   * @param amount what is paid, above 0
   * @param discount what is left off for paying early
   */
  public record Line(
      int line,
      String item,
      String called,
      String party,
      String partyName,
      Optional<String> creditorAccount,
      LocalDate dueDate,
      @Amount(in = "currency") Money amount,
      @Amount(in = "currency") Money discount) {}

  /** Where it stands. */
  public enum Status implements DocumentState<Act> {
    DRAFT,
    RELEASED,
    CANCELLED;

    @Override
    public boolean allows(Act act) {
      return this == DRAFT || this == RELEASED && act == Act.CANCEL;
    }

    @Override
    public String instead() {
      return "Make a new one.";
    }
  }

  /** What can be done with it. */
  public enum Act implements DocumentAct {
    RELEASE("be released"),
    CANCEL("be cancelled");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** Bills just collected. */
  public static PaymentRun collected(
      DocumentNumber number, BankAccount account, LocalDate paymentDate, List<Line> lines) {
    new Problems()
        .require(!lines.isEmpty(), "dueUntil", "no bills", "a day until which bills are due")
        .refuse("The payment run cannot be made");
    Money sum =
        lines.stream().map(Line::amount).reduce(Money.zero(account.currency()), Money::plus);
    return new PaymentRun(
        number, Status.DRAFT, account.code(), paymentDate, sum, lines, account.currency());
  }

  /**
   * Ready for the bank.
   *
   * @throws org.millrace.shared.Refused when a supplier has no account
   */
  public PaymentRun released() {
    status.require(Act.RELEASE, KIND.titled(number));
    Problems problems = new Problems();
    for (Line line : lines) {
      problems.require(
          line.creditorAccount().isPresent(),
          "lines." + line.line() + ".creditorAccount",
          "",
          "an account of " + line.partyName() + ": add one to the supplier and make a new run");
    }
    problems.refuse(KIND.titled(number) + " cannot be released");
    return with(Status.RELEASED);
  }

  /** Given up; the bank must not have got the file. */
  public PaymentRun cancelled() {
    status.require(Act.CANCEL, KIND.titled(number));
    return with(Status.CANCELLED);
  }

  private PaymentRun with(Status now) {
    return new PaymentRun(number, now, account, paymentDate, amount, lines, currency);
  }
}
