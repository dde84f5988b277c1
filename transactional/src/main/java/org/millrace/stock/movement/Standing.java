package org.millrace.stock.movement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.Basis;
import org.millrace.stock.valuation.ItemValue;

/**
 * How an item stands: its value, its latest movement, what the goods that left at that moment
 * share, and whether any goods ever had a cost.
 */
record Standing(ItemValue value, Basis basis, Optional<Instant> last, boolean costed) {
  boolean isAfter(Instant moment) {
    return last.isPresent() && last.get().isAfter(moment);
  }

  private boolean isAt(Instant moment) {
    return last.filter(moment::equals).isPresent();
  }

  /**
   * Whether goods that moved before change what they cost because these came in later. Goods that
   * came at the same moment count before all that left then.
   */
  boolean isLate(Instant moment, MoveReason reason, GoodsMove.Line line) {
    boolean comes = line.quantity().isPositive() && reason != MoveReason.TRANSFER;
    boolean late = isAfter(moment) || comes && isAt(moment);
    return late && isCostedWith(line.unitCost());
  }

  /** What goods share that leave now. */
  Basis basisAt(Instant moment) {
    return isAt(moment) && !basis.onHand().isZero() ? basis : Basis.of(value);
  }

  Standing moved(ItemValue after, Basis shared, GoodsMove.Line line, Instant occurredAt) {
    Instant latest = isAfter(occurredAt) ? last.get() : occurredAt;
    return new Standing(after, shared, Optional.of(latest), isCostedWith(line.unitCost()));
  }

  /** The same, with something that changed its value at a moment. */
  Standing reaching(Instant moment, Money givenCost) {
    Instant latest = isAfter(moment) ? last.get() : moment;
    return new Standing(value, basis, Optional.of(latest), isCostedWith(Optional.of(givenCost)));
  }

  /** Whether any goods had a cost, these included. */
  boolean isCostedWith(Optional<Money> givenCost) {
    return costed || givenCost.map(cost -> !cost.isZero()).orElse(false);
  }

  /** Valued again, by movements and charges of which the latest counts from that moment. */
  Standing worth(ItemValue now, Basis shared, Instant latest) {
    return new Standing(now, shared, Optional.of(isAfter(latest) ? last.get() : latest), costed);
  }
}
