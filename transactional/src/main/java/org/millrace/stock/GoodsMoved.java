package org.millrace.stock;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * Goods moved for a document, valued. The sum of the values of all lines ever is the value of the
 * stock. The date is the day of the move in the company's time zone.
 *
 * @param bookedWith the movement with which it makes one journal entry, where a late document of a
 *     closed month changed what other goods cost
 */
@EventType("stock.goods-moved")
public record GoodsMoved(
    EventHead head,
    String number,
    MoveReason reason,
    DocumentRef document,
    Currency currency,
    List<Line> lines,
    Optional<LocalDate> date,
    Optional<String> bookedWith)
    implements DomainEvent {
  public GoodsMoved {
    lines = List.copyOf(lines);
  }

  /** True when no goods moved: it changes the value of goods that did. */
  public boolean isCorrection() {
    return lines.stream().allMatch(line -> line.quantity().isZero());
  }

  /** The value of all lines; negative when goods left. */
  public Money value() {
    return lines.stream().map(Line::value).reduce(Money.zero(currency), Money::plus);
  }

  /**
   * One item at one location. Value = quantity x unit cost rounded to the currency, signed; a line
   * with quantity 0 corrects the value of earlier goods.
   *
   * @param expiresOn the last day on which the lot is good, where its goods expire
   */
  public record Line(
      int line,
      ItemCode item,
      LocationCode location,
      Quantity quantity,
      @Sensitive Money unitCost,
      @Sensitive Money value,
      Quantity onHandAfter,
      @Sensitive Money averageCostAfter,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn) {
    /** The same, good until that day. */
    public Line expiring(Optional<LocalDate> day) {
      return new Line(
          line, item, location, quantity, unitCost, value, onHandAfter, averageCostAfter, lot, day);
    }
  }
}
