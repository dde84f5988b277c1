package org.millrace.stock.movement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.valuation.LineKey;

/** A line of a goods move as it is kept. */
record Movement(
    LineKey key,
    Cause cause,
    Place place,
    Quantity quantity,
    Optional<Money> givenCost,
    Worth worth,
    Trace trace) {

  /** Why and when goods moved. */
  record Cause(MoveReason reason, DocumentRef document, Instant occurredAt) {
    Cause at(Instant moment) {
      return new Cause(reason, document, moment);
    }
  }

  /** An item at a location. */
  record Place(ItemCode item, LocationCode location) {
    Claims.Place claimed() {
      return new Claims.Place(item, location);
    }
  }

  /** What the line adds to the value; a correction names the line whose value it changes. */
  record Worth(Money unitCost, Money value, Optional<LineKey> corrects, Change change) {
    static Worth of(Money unitCost, Money value) {
      return new Worth(unitCost, value, Optional.empty(), Change.VALUED);
    }
  }

  /**
   * Which goods they are: their lot, the document whose goods go the way back, and the moment from
   * which a charge counts, which is not the day it is booked on when that month is closed.
   *
   * @param charged of how many of the goods a charge is, where that is not all of them
   */
  record Trace(
      Optional<LotCode> lot,
      Optional<DocumentRef> backOf,
      Optional<Instant> effectiveAt,
      Optional<Quantity> charged) {
    static final Trace NONE = new Trace(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of all goods. */
    Trace(Optional<LotCode> lot, Optional<DocumentRef> backOf, Optional<Instant> effectiveAt) {
      this(lot, backOf, effectiveAt, Optional.empty());
    }

    /** What changes the value of these goods later. */
    Trace ofLater() {
      return new Trace(lot, Optional.empty(), Optional.empty());
    }

    Trace from(Instant moment) {
      return new Trace(lot, backOf, Optional.of(moment));
    }

    Trace of(Optional<Quantity> goods) {
      return new Trace(lot, backOf, effectiveAt, goods);
    }
  }

  /** What makes the value of a line. */
  enum Change {
    /** The order in which goods moved. */
    VALUED,
    /** What goods that left before they came turned out to cost. */
    COVERING,
    /** What goods that came in cost more or less than was known then. */
    CHARGED,
    /** What of a value is not in the goods that are there. */
    DIFFERENCE
  }

  boolean isCorrection() {
    return worth.corrects().isPresent();
  }

  boolean isCharge() {
    return worth.change() == Change.CHARGED;
  }

  /** What somebody said that goods are worth which are used up or written off. */
  Optional<Money> namedValue() {
    boolean isAsked =
        cause.reason() == MoveReason.CONSUMPTION || cause.reason() == MoveReason.ADJUSTMENT;
    return givenCost
        .filter(cost -> isAsked && quantity.isNegative())
        .map(cost -> cost.times(quantity.negated()).rounded());
  }

  /** The moment from which it counts. */
  Instant effectiveAt() {
    return trace.effectiveAt().orElse(cause.occurredAt());
  }

  Movement worth(Money unitCost, Money value) {
    return new Movement(key, cause, place, quantity, givenCost, Worth.of(unitCost, value), trace);
  }

  /** A line that changes the value of this one by a difference. */
  Movement corrected(LineKey as, Instant occurredAt, Money difference) {
    return valueOnly(as, cause.at(occurredAt), difference, Change.VALUED);
  }

  /** A line that adds to what the goods of this one cost, from a moment on. */
  Movement charged(LineKey as, Cause charge, Instant effectiveAt, Charged how) {
    Money difference = how.amount();
    Movement charged = valueOnly(as, charge, difference, Change.CHARGED);
    return new Movement(
        as,
        charge,
        place,
        Quantity.ZERO,
        Optional.empty(),
        charged.worth(),
        trace.ofLater().from(effectiveAt).of(how.goods()));
  }

  /** So much, and of how many of the goods where that is not all of them. */
  record Charged(Money amount, Optional<Quantity> goods) {
    /** Both together. */
    Charged plus(Charged other) {
      return new Charged(
          amount.plus(other.amount), goods.flatMap(some -> other.goods.map(some::plus)));
    }
  }

  /** A line that tells what goods that left before this one really cost. */
  Movement covered(LineKey as, Instant occurredAt, Money difference) {
    Cause adjusted = new Cause(MoveReason.COST_DIFFERENCE, cause.document(), occurredAt);
    return valueOnly(as, adjusted, difference, Change.COVERING);
  }

  /** A line that takes out of the stock what of this one is not in the goods that are there. */
  Movement differing(LineKey as, Instant occurredAt, Money difference, MoveReason reason) {
    Cause gone = new Cause(reason, cause.document(), occurredAt);
    return valueOnly(as, gone, difference, Change.DIFFERENCE);
  }

  private Movement valueOnly(LineKey as, Cause why, Money difference, Change change) {
    Worth changed = new Worth(worth.unitCost(), difference, Optional.of(key), change);
    return new Movement(as, why, place, Quantity.ZERO, Optional.empty(), changed, trace.ofLater());
  }
}
