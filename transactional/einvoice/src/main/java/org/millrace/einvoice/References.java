package org.millrace.einvoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a document refers to: one identifier a kind, and the invoices before it (BG-3). */
public record References(Map<Kind, Identifier> named, List<Preceding> preceding) {
  public References {
    named = Map.copyOf(named);
    preceding = List.copyOf(preceding);
  }

  public Optional<Identifier> of(Kind kind) {
    return Optional.ofNullable(named.get(kind));
  }

  public Optional<String> value(Kind kind) {
    return of(kind).map(Identifier::value);
  }

  /** BT-25 number of the invoice before, BT-26 its day. */
  public record Preceding(String number, Optional<LocalDate> issued) {}

  /** The kinds of documents and things that a document may name once. */
  public enum Kind {
    /** BT-10. */
    BUYER_REFERENCE,
    /** BT-11. */
    PROJECT,
    /** BT-12. */
    CONTRACT,
    /** BT-13, the number that the buyer gave his order. */
    ORDER,
    /** BT-14, the number that the seller gave it. */
    SALES_ORDER,
    /** BT-15. */
    RECEIVING_ADVICE,
    /** BT-16. */
    DESPATCH_ADVICE,
    /** BT-17. */
    TENDER,
    /** BT-18, what is invoiced: a meter, a telephone. */
    INVOICED_OBJECT,
    /** BT-19. */
    BUYER_ACCOUNTING
  }
}
