package org.millrace.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.party.PartyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

/**
 * An entry to be posted. Lines are signed: debit positive, credit negative; lines of nothing fall
 * away. Without a document the entry is its own document.
 */
public record NewEntry(
    String rule,
    String text,
    Instant occurredAt,
    Optional<DocumentRef> document,
    Optional<PartyCode> party,
    Optional<UUID> sourceEventId,
    Optional<Long> reverses,
    List<Line> lines) {
  public NewEntry {
    lines = lines.stream().filter(line -> !line.amount().isZero()).toList();
  }

  /**
   * An amount on an account in the currency of the company, debit positive, credit negative.
   *
   * @param original what that is on the document, where it is in another currency
   */
  public record Line(AccountCode account, Money amount, Optional<Money> original) {
    /** An amount of a document in the currency of the company. */
    public Line(AccountCode account, Money amount) {
      this(account, amount, Optional.empty());
    }
  }

  /** Starts an entry that a declared rule posts for a document. */
  public static NewEntry of(String rule, Instant occurredAt, DocumentRef document, String text) {
    return new NewEntry(
        rule,
        text,
        occurredAt,
        Optional.of(document),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** With an amount on the debit side; a negative one stands on the credit side. */
  public NewEntry debit(AccountCode account, Money amount) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(account, amount));
    return new NewEntry(rule, text, occurredAt, document, party, sourceEventId, reverses, more);
  }

  /** With an amount on the credit side; a negative one stands on the debit side. */
  public NewEntry credit(AccountCode account, Money amount) {
    return debit(account, amount.negated());
  }

  /** With these lines in place of its own. */
  public NewEntry having(List<Line> others) {
    return new NewEntry(rule, text, occurredAt, document, party, sourceEventId, reverses, others);
  }

  /** With the party it concerns. */
  public NewEntry with(PartyCode concerned) {
    return new NewEntry(
        rule, text, occurredAt, document, Optional.of(concerned), sourceEventId, reverses, lines);
  }

  /** With the event it reacts to; an event is posted once for each rule. */
  public NewEntry causedBy(UUID eventId) {
    return new NewEntry(
        rule, text, occurredAt, document, party, Optional.of(eventId), reverses, lines);
  }

  /** Nothing to post. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
