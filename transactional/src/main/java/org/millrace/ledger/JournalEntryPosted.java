package org.millrace.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.party.PartyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;

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

  /** One side of the entry: either debit or credit is more than 0. */
  public record Line(
      int line,
      AccountCode account,
      String accountName,
      Account.Type accountType,
      Money debit,
      Money credit) {}
}
