package org.millrace.ledger.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

/** An entry of the journal, with what files show of it. */
record BookedEntry(
    long number,
    LocalDate date,
    Instant recordedAt,
    String actor,
    String text,
    DocumentRef document,
    Optional<Partner> partner,
    List<Line> lines) {
  BookedEntry {
    lines = List.copyOf(lines);
  }

  /** The same with these lines. */
  BookedEntry having(List<Line> of) {
    return new BookedEntry(number, date, recordedAt, actor, text, document, partner, of);
  }

  /** Whom the entry concerns. */
  record Partner(String code, String name) {}

  /**
   * An amount on an account in the currency of the company; one of the two is 0.
   *
   * @param original what the document says in another currency, debit above 0
   */
  record Line(
      int line,
      AccountCode account,
      String accountName,
      BigDecimal debit,
      BigDecimal credit,
      Optional<Money> original) {
    BigDecimal signed() {
      return debit.subtract(credit);
    }
  }
}
