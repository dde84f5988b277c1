package org.millrace.stock.movement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.reservation.Claims;

/** A line of a goods move as it is kept. */
record Movement(
    Key key, Cause cause, Place place, Quantity quantity, Optional<Money> givenCost, Worth worth) {

  /** Names a line of a move. */
  record Key(String number, int line) {}

  /** Why and when goods moved. */
  record Cause(MoveReason reason, DocumentRef document, Instant occurredAt) {}

  /** An item at a location. */
  record Place(ItemCode item, LocationCode location) {
    Claims.Place claimed() {
      return new Claims.Place(item, location);
    }
  }

  /** What the line adds to the value; a correction names the line whose value it changes. */
  record Worth(Money unitCost, Money value, Optional<Key> corrects, Change change) {
    static Worth of(Money unitCost, Money value) {
      return new Worth(unitCost, value, Optional.empty(), Change.VALUED);
    }
  }

  /** What makes the value of a line. */
  enum Change {
    /** The order in which goods moved. */
    VALUED,
    /** What goods that left before they came turned out to cost. */
    COVERING,
    /** What goods that came in cost more or less than was known then. */
    CHARGED
  }

  boolean isCorrection() {
    return worth.corrects().isPresent();
  }

  Movement worth(Money unitCost, Money value) {
    return new Movement(key, cause, place, quantity, givenCost, Worth.of(unitCost, value));
  }

  /** A line that changes the value of this one by a difference. */
  Movement corrected(Key as, Instant occurredAt, Money difference) {
    return changed(as, occurredAt, difference, Change.VALUED);
  }

  /** A line that adds to what the goods of this one cost. */
  Movement charged(Key as, Instant occurredAt, Money difference) {
    return changed(as, occurredAt, difference, Change.CHARGED);
  }

  private Movement changed(Key as, Instant occurredAt, Money difference, Change change) {
    Worth worth = new Worth(worth().unitCost(), difference, Optional.of(key), change);
    return valueOnly(as, new Cause(cause.reason(), cause.document(), occurredAt), worth);
  }

  /** A line that tells what goods that left before this one really cost. */
  Movement covered(Key as, Instant occurredAt, Money difference) {
    Worth worth = new Worth(worth().unitCost(), difference, Optional.of(key), Change.COVERING);
    return valueOnly(as, new Cause(MoveReason.ADJUSTMENT, cause.document(), occurredAt), worth);
  }

  private Movement valueOnly(Key as, Cause cause, Worth worth) {
    return new Movement(as, cause, place, Quantity.ZERO, Optional.empty(), worth);
  }
}
