package org.millrace.settlement.reminder;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * A reminder that a customer got of what is overdue. Amounts are in the currency of the company.
 *
 * @param run the run that made it
 * @param level the highest of its lines, whose text and fee it has
 * @param text what it says, in the language of the customer
 * @param fee what it costs the customer, by an invoice of its own
 * @param totalAmount of all lines and the fee
 */
record Reminder(
    DocumentNumber number,
    ReminderStatus status,
    DocumentNumber run,
    PartyCode party,
    String partyName,
    LocalDate reminderDate,
    int level,
    String text,
    Money openAmount,
    Money fee,
    Money totalAmount,
    Currency currency,
    Optional<InvoiceNumber> feeInvoice,
    List<ReminderRun.Line> lines,
    Optional<String> reason) {
  /** Stored in settlement.reminder with its lines; numbered RM-000001. */
  static final DocumentKind<Reminder> KIND =
      DocumentKind.of(Reminder.class, "settlement", "reminder")
          .numbered("RM")
          .lines("lines", "settlement.reminder_line", "reminder")
          .searched("number", "party", "partyName", "lines.item")
          .sorted("-reminderDate")
          .steps(Reminder::status, ReminderStatus.Act.values())
          .build();

  Reminder {
    lines = List.copyOf(lines);
  }

  /**
   * The reminder after it was taken back; it counts for no level any more.
   *
   * @throws org.millrace.shared.Refused as conflict when that was done, as invalid without a reason
   */
  Reminder reversed(String why) {
    status.require(ReminderStatus.Act.REVERSE, KIND.titled(number));
    new Problems()
        .require(!why.isBlank(), "reason", why, "why it is reversed")
        .refuse(KIND.titled(number) + " cannot be reversed");
    return new Reminder(
        number,
        ReminderStatus.REVERSED,
        run,
        party,
        partyName,
        reminderDate,
        level,
        text,
        openAmount,
        fee,
        totalAmount,
        currency,
        feeInvoice,
        lines,
        Optional.of(why.strip()));
  }
}
