package org.millrace.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.dimension.DimensionValues;
import org.millrace.party.PartyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/** A balanced entry is in the books; it is never changed afterwards. */
@EventType("ledger.journal-entry-posted")
public record JournalEntryPosted(
    EventHead head,
    long number,
    LocalDate postingDate,
    Currency currency,
    String rule,
    String text,
    DocumentRef document,
    Optional<PartyCode> party,
    Optional<UUID> sourceEventId,
    List<Line> lines)
    implements DomainEvent {
  public JournalEntryPosted {
    lines = List.copyOf(lines);
  }

  /**
   * One side of the entry: either debit or credit is more than 0.
   *
   * @param originalCurrency that of the document, where it is not that of the company
   * @param originalAmount what the document says in it: debit above 0, credit below 0
   */
  public record Line(
      int line,
      AccountCode account,
      String accountName,
      Account.Type accountType,
      @Amount Money debit,
      @Amount Money credit,
      Optional<Currency> originalCurrency,
      @Amount(in = "originalCurrency") Optional<BigDecimal> originalAmount,
      Optional<DimensionValues> dimensions,
      Optional<AccountCode> reportsAs) {
    public Line {
      originalAmount = originalAmount.map(PlainNumber::of);
    }

    /** What the document says, where it is in another currency. */
    public Optional<Money> original() {
      return originalCurrency.flatMap(of -> originalAmount.map(amount -> Money.of(amount, of)));
    }
  }
}
