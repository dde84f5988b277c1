package org.millrace.settlement.reminder;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.Language;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxCodeName;

/**
 * How an item is reminded of once it is so many days late, in the currency of the company. The
 * order of the levels is that of their days.
 *
 * @param fee what the customer is billed for the reminder; 0 for none
 * @param feeItem the service that the fee is billed as
 * @param texts what the reminder says, one in each language
 */
record ReminderLevel(
    ReminderLevelCode code,
    int daysLate,
    Money fee,
    Optional<ItemCode> feeItem,
    Optional<TaxCodeName> taxCode,
    Currency currency,
    List<Said> texts) {
  /** Stored in settlement.reminder_level, its texts in settlement.reminder_text. */
  static final DocumentKind<ReminderLevel> KIND =
      DocumentKind.of(ReminderLevel.class, "settlement", "reminder-level")
          .lines("texts", "settlement.reminder_text", "level")
          .searched("code")
          .sorted("daysLate")
          .changeable()
          .build();

  private static final int LONGEST = 3650;
  private static final int LONGEST_TEXT = 2000;

  ReminderLevel {
    texts = List.copyOf(texts);
    new Problems()
        .require(
            daysLate >= 1 && daysLate <= LONGEST,
            "daysLate",
            daysLate,
            "a number from 1 to " + LONGEST)
        .require(
            !fee.isNegative() && fee.equals(fee.rounded()),
            "fee",
            fee,
            "0 or more, with the decimals of " + fee.currency())
        .require(
            fee.isZero() || feeItem.isPresent(), "feeItem", "none", "the service that is billed")
        .require(
            texts.stream().map(Said::language).distinct().count() == texts.size(),
            "texts",
            texts.size(),
            "each language once")
        .require(!texts.isEmpty(), "texts", 0, "at least one text")
        .refuse("Reminder level " + code + " cannot be used");
  }

  /** What a reminder says in a language. */
  record Said(Language language, String text) {
    Said {
      text = text.strip();
      new Problems()
          .require(
              !text.isEmpty() && text.length() <= LONGEST_TEXT,
              "text",
              text.length(),
              "a text of 1 to " + LONGEST_TEXT + " characters")
          .refuse("The text of the reminder cannot be used");
    }
  }

  /** The text in that language, else in English, else the first one. */
  String text(Language language) {
    return texts.stream()
        .filter(said -> said.language() == language)
        .findFirst()
        .or(() -> texts.stream().filter(said -> said.language() == Language.EN).findFirst())
        .orElseGet(() -> texts.get(0))
        .text();
  }
}
