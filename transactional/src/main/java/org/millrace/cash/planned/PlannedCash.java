package org.millrace.cash.planned;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Money that is expected again and again, or once, in the currency of the company: a month from the
 * 31st of January is the last day of each month that has no 31st.
 *
 * @param amount above 0 in either direction
 * @param account the bank account, by its code; the first one in the company's currency when absent
 * @param lastDate the last day on which it may come; for ever when absent
 */
record PlannedCash(
    DocumentNumber number,
    PlannedStatus status,
    String text,
    CashDirection direction,
    Money amount,
    Currency currency,
    Optional<String> account,
    LocalDate firstDate,
    Rhythm every,
    Optional<LocalDate> lastDate) {
  /** Stored in cash.planned; numbered CP-000001. */
  static final DocumentKind<PlannedCash> KIND =
      DocumentKind.of(PlannedCash.class, "cash", "planned")
          .numbered("CP")
          .listed("planned-cash")
          .searched("number", "text", "account")
          .sorted("firstDate")
          .steps(PlannedCash::status, PlannedStatus.Act.values())
          .build();

  PlannedCash {
    text = text.strip();
    new Problems()
        .require(!text.isEmpty(), "text", text, "what it is for")
        .require(
            amount.isPositive() && amount.equals(amount.rounded()),
            "amount",
            amount,
            "more than 0, with the decimals of " + amount.currency())
        .require(
            lastDate.filter(firstDate::isAfter).isEmpty(),
            "lastDate",
            lastDate.map(LocalDate::toString).orElse(""),
            "a day not before " + firstDate)
        .refuse("The money cannot be planned so");
  }

  /** Whether it comes in or goes out. */
  enum CashDirection {
    IN,
    OUT
  }

  /** How often it comes. */
  enum Rhythm {
    ONCE,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /** The same as that one says. */
  PlannedCash changed(PlannedCash asked) {
    status.require(PlannedStatus.Act.CHANGE, KIND.titled(number));
    return asked;
  }

  /** Not expected any more. */
  PlannedCash ended() {
    status.require(PlannedStatus.Act.END, KIND.titled(number));
    return new PlannedCash(
        number,
        PlannedStatus.ENDED,
        text,
        direction,
        amount,
        currency,
        account,
        firstDate,
        every,
        lastDate);
  }
}
