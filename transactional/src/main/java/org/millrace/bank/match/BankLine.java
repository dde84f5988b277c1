package org.millrace.bank.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;

/**
 * A line of a bank statement: money in is positive, money out negative. The bank's reference is
 * what the bank calls this booking, unique at that bank; details are the payments inside a batch.
 */
public record BankLine(
    String ref,
    LocalDate date,
    Money amount,
    Remittance remittance,
    Counterparty counterparty,
    Optional<String> bankReference,
    List<Detail> details) {
  public BankLine {
    details = List.copyOf(details);
  }

  /** What the payer wrote, the structured or end-to-end reference, whether it takes back. */
  public record Remittance(String text, Optional<String> reference, boolean isReversal) {
    public static Remittance of(String text) {
      return new Remittance(text, Optional.empty(), false);
    }

    /** Text and reference in one, to be searched for numbers. */
    String all() {
      return reference.map(r -> r + " \n " + text).orElse(text);
    }
  }

  /** Who paid or was paid, as the bank names him. */
  public record Counterparty(Optional<String> name, Optional<String> iban) {
    public static final Counterparty NOBODY = new Counterparty(Optional.empty(), Optional.empty());
  }

  /** One payment inside a batch. */
  public record Detail(Money amount, Remittance remittance, Counterparty counterparty) {}

  /** A payment inside this batch as a line of its own. */
  BankLine of(Detail detail) {
    return new BankLine(
        ref,
        date,
        detail.amount(),
        detail.remittance(),
        detail.counterparty(),
        Optional.empty(),
        List.of());
  }
}
