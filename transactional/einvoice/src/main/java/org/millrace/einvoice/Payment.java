package org.millrace.einvoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the amount due is paid: BT-9 due, BT-20 terms, BT-83 reference, BT-89 mandate, BT-90 number
 * of the creditor, BG-16 means.
 */
public record Payment(
    Optional<LocalDate> due,
    Optional<String> terms,
    Optional<String> reference,
    Optional<String> mandate,
    Optional<String> creditor,
    List<Means> means) {
  public Payment {
    means = List.copyOf(means);
  }

  /** BT-81 code (UNTDID 4461), BT-82 its text, and where it goes or comes from. */
  public record Means(
      String code,
      Optional<String> text,
      Optional<Account> account,
      Optional<Card> card,
      Optional<String> debited) {
    /** The code of a credit transfer. */
    public static final String CREDIT_TRANSFER = "30";

    /** The code of a SEPA credit transfer. */
    public static final String SEPA_TRANSFER = "58";
  }

  /** BT-84 account, BT-85 its name, BT-86 bank. */
  public record Account(String number, Optional<String> name, Optional<String> bank) {}

  /** BT-87 last digits, BT-88 holder. */
  public record Card(String number, Optional<String> holder) {}
}
