package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.exchange.history.row.SalesRow;
import org.millrace.party.Company;

/** Rows of one document that are posted together: of one kind, customer, country and day. */
record Piece(Key key, List<SalesRow> rows) {
  Piece {
    rows = List.copyOf(rows);
  }

  /** What a piece becomes. */
  enum Kind {
    INVOICE("invoice"),
    CREDIT_NOTE("credit-note"),
    ADJUSTMENT("adjustment"),
    BAD_DEBT("bad-debt"),
    /** A service at price 0: there is neither stock nor revenue to post. */
    NOTHING("nothing");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    boolean isSale() {
      return this == INVOICE || this == CREDIT_NOTE;
    }
  }

  /** What the rows of a piece have in common. */
  record Key(String number, Kind kind, Optional<String> customer, String country, LocalDate day) {}

  /** The moment of the first row. */
  Instant occurredAt(Company company) {
    return rows.stream()
        .map(SalesRow::date)
        .min(Comparator.naturalOrder())
        .map(company::momentOf)
        .orElseThrow();
  }

  BigDecimal quantity() {
    return rows.stream().map(SalesRow::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What was sold, row by row. */
  List<String> items() {
    return rows.stream().map(SalesRow::item).toList();
  }

  BigDecimal amount(Currency currency) {
    return rows.stream().map(row -> row.amount(currency)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<UUID> hashes() {
    return rows.stream().map(SalesRow::hash).toList();
  }
}
