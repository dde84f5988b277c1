package org.millrace.bank.camt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A statement, report or notification as it stands in a file; nothing of it is checked but that it
 * can be read. Amounts are signed: credit of the account holder above 0.
 *
 * @param message such as camt.053.001.08
 * @param kind statement, report or notification
 * @param account IBAN or other number of the account
 * @param currency of the account, where the file says so
 * @param date the day until which it goes
 */
public record CamtStatement(
    String message,
    String kind,
    String id,
    Optional<String> account,
    Optional<String> currency,
    Optional<LocalDate> date,
    List<Balance> balances,
    List<Entry> entries) {
  public CamtStatement {
    balances = List.copyOf(balances);
    entries = List.copyOf(entries);
  }

  /** A balance by its code: OPBD is booked at the opening, CLBD at the closing. */
  public record Balance(
      String type, BigDecimal amount, Optional<String> currency, Optional<LocalDate> date) {}

  /** A booking, with the payments inside it. */
  public record Entry(
      Optional<LocalDate> date,
      Optional<LocalDate> valueDate,
      BigDecimal amount,
      Optional<String> currency,
      Marks marks,
      Transaction told,
      Optional<String> bankReference,
      List<Transaction> details) {
    public Entry {
      details = List.copyOf(details);
    }
  }

  /** Whether the bank takes a booking back by it, and whether it has not booked it yet. */
  public record Marks(boolean reversal, boolean pending) {}

  /** Who paid what and why. */
  public record Transaction(
      Optional<BigDecimal> amount,
      Optional<String> currency,
      String text,
      Optional<String> name,
      Optional<String> iban,
      Optional<String> reference) {}

  /** The first balance of one of these types, the first type first. */
  public Optional<Balance> balance(String... types) {
    for (String type : types) {
      Optional<Balance> found =
          balances.stream().filter(balance -> balance.type().equals(type)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The sum of the entries. */
  public BigDecimal sum() {
    return entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
