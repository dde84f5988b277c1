package org.millrace.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * Goods to be moved for one document; it may fulfil what another one planned.
 *
 * @param postingDate the day on which it is booked where the month of its moment is closed
 */
public record GoodsMove(
    MoveReason reason,
    DocumentRef document,
    Instant occurredAt,
    List<Line> lines,
    Optional<DocumentRef> fulfils,
    OthersGoods othersGoods,
    Optional<LocalDate> postingDate) {
  public GoodsMove {
    lines = List.copyOf(lines);
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .refuse("The goods of " + document + " cannot be moved");
  }

  /** A move that nothing was planned for; it leaves what is reserved. */
  public GoodsMove(MoveReason reason, DocumentRef document, Instant occurredAt, List<Line> lines) {
    this(reason, document, occurredAt, lines, Optional.empty(), OthersGoods.LEFT, Optional.empty());
  }

  /** What becomes of goods that are reserved for other documents. */
  public enum OthersGoods {
    /** They stay where they are: a move that needs them is refused. */
    LEFT,
    /** They may go; the others wait for the next goods. */
    TAKEN
  }

  /** The same move, of goods that are gone already, whomever they were reserved for. */
  public GoodsMove takingOthersGoods() {
    return new GoodsMove(
        reason, document, occurredAt, lines, fulfils, OthersGoods.TAKEN, postingDate);
  }

  /** The same move, for a document that planned it. */
  public GoodsMove fulfilling(DocumentRef planned, OthersGoods goods) {
    return new GoodsMove(
        reason, document, occurredAt, lines, Optional.of(planned), goods, postingDate);
  }

  /** The same move of these lines. */
  public GoodsMove with(List<Line> others) {
    return new GoodsMove(reason, document, occurredAt, others, fulfils, othersGoods, postingDate);
  }

  /** The same move, booked on that day where the month of its moment is closed. */
  public GoodsMove postedOn(Optional<LocalDate> day) {
    return new GoodsMove(reason, document, occurredAt, lines, fulfils, othersGoods, day);
  }

  /**
   * A quantity into (+) or out of (-) a location. Goods coming in may name their unit cost, and so
   * may those that are used up or written off; without it the costing method of the item counts.
   * Goods that go the way back of another document have the cost that they had there.
   *
   * @param lot the lot of the goods, where lots are kept
   * @param backOf the document whose goods come or go back
   * @param expiresOn the last day on which the lot is good, where goods expire
   */
  public record Line(
      ItemCode item,
      LocationCode location,
      Quantity quantity,
      Optional<Money> unitCost,
      Optional<LotCode> lot,
      Optional<DocumentRef> backOf,
      Optional<LocalDate> expiresOn) {
    public Line {
      new Problems()
          .require(!quantity.isZero(), "quantity", quantity, "not 0")
          .require(
              unitCost.isEmpty() || !unitCost.get().isNegative(),
              "unitCost",
              unitCost.map(Money::toString).orElse(""),
              "0 or more")
          .refuse("Item " + item + " cannot be moved");
    }

    /** Goods of no lot that are nobody's return. */
    public Line(ItemCode item, LocationCode location, Quantity quantity, Optional<Money> unitCost) {
      this(
          item, location, quantity, unitCost, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same goods, of a lot. */
    public Line of(Optional<LotCode> named) {
      return new Line(item, location, quantity, unitCost, named, backOf, expiresOn);
    }

    /** The same goods, good until that day. */
    public Line expiring(Optional<LocalDate> day) {
      return new Line(item, location, quantity, unitCost, lot, backOf, day);
    }

    /** Whether somebody says at what cost goods are used up or written off. */
    public boolean namesCostOut(MoveReason reason) {
      boolean isAsked = reason == MoveReason.CONSUMPTION || reason == MoveReason.ADJUSTMENT;
      return isAsked && quantity.isNegative() && unitCost.isPresent() && backOf.isEmpty();
    }

    /** The same goods, going the way back of a document. */
    public Line backOf(DocumentRef document) {
      return new Line(item, location, quantity, unitCost, lot, Optional.of(document), expiresOn);
    }
  }
}
