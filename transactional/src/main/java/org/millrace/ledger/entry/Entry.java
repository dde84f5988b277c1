package org.millrace.ledger.entry;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.ledger.JournalEntryPosted;
import org.millrace.party.PartyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Refused;

/** An entry as people read it: debit and credit of each line, and what reverses it. */
record Entry(
    long number,
    LocalDate postingDate,
    Currency currency,
    String rule,
    String text,
    DocumentRef document,
    Optional<PartyCode> party,
    Optional<Long> reverses,
    Optional<Long> reversedBy,
    String actor,
    List<JournalEntryPosted.Line> lines) {
  /** The rule of what a person posts. */
  static final String MANUAL = "manual";

  /** Read from views of the ledger, which shows each entry beside its reversal; never written. */
  static final DocumentKind<Entry> KIND =
      DocumentKind.of(Entry.class, "ledger", "journal-entry")
          .storedIn("ledger.journal")
          .listed("journal")
          .lines("lines", "ledger.journal_line", "entry")
          .searched("text", "document.number", "rule")
          .steps(Act.values(), Entry::refusal)
          .build();

  Entry {
    lines = List.copyOf(lines);
  }

  /** What can be done with an entry that is in the books. */
  enum Act implements DocumentAct {
    REVERSE;

    @Override
    public String words() {
      return "be reversed";
    }
  }

  /** Why it cannot be reversed; the act is the only one there is. */
  private Optional<String> refusal(Act act) {
    if (reverses.isPresent()) {
      return Optional.of(
          "Entry %d reverses entry %d and is not reversed itself. Post a manual entry instead."
              .formatted(number, reverses.get()));
    }
    if (!rule.equals(MANUAL)) {
      return Optional.of(
          ("Entry %d was posted for %s %s, not by hand: reversed here alone it would leave that"
                  + " document as it is. Correct the document: credit the invoice, reverse the"
                  + " payment, move the goods back.")
              .formatted(number, document.type(), document.number()));
    }
    return reversedBy.map(
        by -> "Entry %d was reversed already, by entry %d.".formatted(number, by));
  }

  /**
   * Passes when it can be reversed.
   *
   * @throws Refused as conflict when it cannot
   */
  void requireReversible() {
    Refused.conflictIf(refusal(Act.REVERSE));
  }
}
