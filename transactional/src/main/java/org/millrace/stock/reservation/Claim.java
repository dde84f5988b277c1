package org.millrace.stock.reservation;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/**
 * What a document will still move of an item: expected in (+) or wanted out (-), on that day if one
 * is known. Of those of one day the more urgent get goods first.
 */
public record Claim(
    DocumentRef document,
    ItemCode item,
    LocationCode location,
    Quantity quantity,
    Optional<LocalDate> wantedOn,
    DispatchPriority priority) {
  /** How much it wants; nothing when goods are expected. */
  Quantity wanted() {
    return quantity.isNegative() ? quantity.negated() : Quantity.ZERO;
  }

  /** The same for nothing more. */
  public Claim ended() {
    return of(Quantity.ZERO);
  }

  private Claim of(Quantity other) {
    return new Claim(document, item, location, other, wantedOn, priority);
  }

  /** What is left of it after these goods moved: nothing when more moved than was planned. */
  Claim after(Quantity moved) {
    boolean sameWay = moved.isNegative() == quantity.isNegative();
    Quantity rest = sameWay ? quantity.minus(moved) : quantity;
    boolean over = rest.isNegative() != quantity.isNegative();
    return of(over ? Quantity.ZERO : rest);
  }
}
