package org.millrace.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.dimension.DimensionValues;
import org.millrace.item.ItemCode;
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
   * An amount on an account in the currency of the company, debit positive, credit negative. Parts
   * of a document that stand on one account with the same values of dimensions are posted as one
   * line.
   *
   * @param original what that is on the document, where it is in another currency
   * @param named whether people named the account; else a chart may have another one in its place
   */
  public record Line(
      AccountCode account,
      Money amount,
      Optional<Money> original,
      Optional<Part> part,
      boolean named) {
    /** On the account of a rule. */
    public Line(AccountCode account, Money amount, Optional<Money> original, Optional<Part> part) {
      this(account, amount, original, part, false);
    }

    /** The same on the account that stands for it in a chart. */
    public Line in(Chart chart) {
      boolean isKept = named && chart.accounts().containsKey(account);
      return isKept ? this : new Line(chart.of(account), amount, original, part, named);
    }

    /** Of no part of a document. */
    public Line(AccountCode account, Money amount, Optional<Money> original) {
      this(account, amount, original, Optional.empty());
    }

    /** An amount of a document in the currency of the company. */
    public Line(AccountCode account, Money amount) {
      this(account, amount, Optional.empty());
    }

    /** The same of a part of the document. */
    public Line of(Part one) {
      return new Line(account, amount, original, Optional.of(one), named);
    }

    /** The same with these values of dimensions. */
    public Line of(Optional<DimensionValues> values) {
      return of(new Part(part.flatMap(Part::item), values));
    }

    /** The same, which is so much on the document. */
    public Line said(Money other) {
      return new Line(account, amount, Optional.of(other), part, named);
    }

    /** The values of dimensions that it names. */
    public Optional<DimensionValues> dimensions() {
      return part.flatMap(Part::dimensions);
    }
  }

  /** Which part of a document an amount is of: an item, and the values that its line names. */
  public record Part(Optional<ItemCode> item, Optional<DimensionValues> dimensions) {}

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
    return with(new Line(account, amount));
  }

  /** The same for a part of the document. */
  public NewEntry debit(AccountCode account, Money amount, Part part) {
    return with(new Line(account, amount).of(part));
  }

  /** The same on the credit side. */
  public NewEntry credit(AccountCode account, Money amount, Part part) {
    return debit(account, amount.negated(), part);
  }

  /** The same on an account that people named. */
  public NewEntry debitNamed(AccountCode account, Money amount) {
    return with(new Line(account, amount, Optional.empty(), Optional.empty(), true));
  }

  private NewEntry with(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    return having(more);
  }

  /** The same with other lines. */
  public NewEntry having(List<Line> others) {
    return new NewEntry(rule, text, occurredAt, document, party, sourceEventId, reverses, others);
  }

  /** With an amount on the credit side; a negative one stands on the debit side. */
  public NewEntry credit(AccountCode account, Money amount) {
    return debit(account, amount.negated());
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
