package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;

/** The control table of an import: the file against the books, by month and kind. */
final class Control {
  private final TreeMap<Place, Sums> sums = new TreeMap<>();

  /** A line of the table. */
  record Place(YearMonth month, Kind kind) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byMonth = month.compareTo(other.month);
      return byMonth != 0 ? byMonth : kind.compareTo(other.kind);
    }
  }

  /** What is added up apart. */
  enum Kind {
    SALES,
    STOCK_ADJUSTMENT,
    BAD_DEBT,
    NOTHING_TO_POST;

    static Kind of(Piece.Kind kind) {
      return switch (kind) {
        case INVOICE, CREDIT_NOTE -> SALES;
        case ADJUSTMENT -> STOCK_ADJUSTMENT;
        case BAD_DEBT -> BAD_DEBT;
        case NOTHING -> NOTHING_TO_POST;
      };
    }
  }

  /**
   * Quantity and amount as they stand in the file, with all decimals, and in the books. The
   * rounding is what the lines gained when each became whole cents: file + rounding - ledger is the
   * difference.
   */
  record Line(
      YearMonth month,
      Kind kind,
      long rows,
      BigDecimal fileQuantity,
      BigDecimal ledgerQuantity,
      BigDecimal fileAmount,
      BigDecimal rounding,
      BigDecimal ledgerAmount,
      BigDecimal difference) {}

  private static final class Sums {
    private long rows;
    private BigDecimal fileQuantity = BigDecimal.ZERO;
    private BigDecimal ledgerQuantity = BigDecimal.ZERO;
    private BigDecimal fileAmount = BigDecimal.ZERO;
    private BigDecimal rounding = BigDecimal.ZERO;
    private BigDecimal ledgerAmount = BigDecimal.ZERO;

    private Line line(Place place) {
      return new Line(
          place.month(),
          place.kind(),
          rows,
          fileQuantity,
          ledgerQuantity,
          fileAmount,
          rounding,
          ledgerAmount,
          fileAmount.add(rounding).subtract(ledgerAmount));
    }
  }

  /** A row of the file: its exact amount and the same in whole cents. */
  void inFile(YearMonth month, Kind kind, BigDecimal quantity, BigDecimal exact, BigDecimal cents) {
    Sums at = at(month, kind);
    at.rows++;
    at.fileQuantity = at.fileQuantity.add(quantity);
    at.fileAmount = at.fileAmount.add(exact);
    at.rounding = at.rounding.add(cents.subtract(exact));
  }

  void inBooks(YearMonth month, Kind kind, BigDecimal quantity, BigDecimal amount) {
    Sums at = at(month, kind);
    at.ledgerQuantity = at.ledgerQuantity.add(quantity);
    at.ledgerAmount = at.ledgerAmount.add(amount);
  }

  private Sums at(YearMonth month, Kind kind) {
    return sums.computeIfAbsent(new Place(month, kind), place -> new Sums());
  }

  void add(Control other) {
    other.sums.forEach(
        (place, more) -> {
          Sums at = at(place.month(), place.kind());
          at.rows += more.rows;
          at.fileQuantity = at.fileQuantity.add(more.fileQuantity);
          at.ledgerQuantity = at.ledgerQuantity.add(more.ledgerQuantity);
          at.fileAmount = at.fileAmount.add(more.fileAmount);
          at.rounding = at.rounding.add(more.rounding);
          at.ledgerAmount = at.ledgerAmount.add(more.ledgerAmount);
        });
  }

  List<Line> lines() {
    return sums.entrySet().stream().map(e -> e.getValue().line(e.getKey())).toList();
  }

  /** Whether the books hold what the file says, line by line. */
  boolean agrees() {
    return lines().stream()
        .allMatch(
            line ->
                line.difference().signum() == 0
                    && line.fileQuantity().compareTo(line.ledgerQuantity()) == 0);
  }
}
