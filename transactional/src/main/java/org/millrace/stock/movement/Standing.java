package org.millrace.stock.movement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.valuation.ItemValue;

/** How an item stands: its value, its latest movement, and whether any goods ever had a cost. */
record Standing(ItemValue value, Optional<Instant> last, boolean costed) {
  boolean isAfter(Instant moment) {
    return last.isPresent() && last.get().isAfter(moment);
  }

  /**
   * Whether goods that moved before change what they cost because these came in later. Goods that
   * came at the same moment with a cost of their own count before all that left then.
   */
  boolean isLate(Instant moment, GoodsMove.Line line) {
    boolean first = line.unitCost().isPresent() && line.quantity().isPositive();
    boolean late = isAfter(moment) || first && last.filter(moment::equals).isPresent();
    return late && isCostedWith(line.unitCost());
  }

  Standing moved(ItemValue after, Instant occurredAt, Optional<Money> givenCost) {
    Instant latest = isAfter(occurredAt) ? last.get() : occurredAt;
    return new Standing(after, Optional.of(latest), isCostedWith(givenCost));
  }

  /** Whether any goods had a cost, these included. */
  boolean isCostedWith(Optional<Money> givenCost) {
    return costed || givenCost.map(cost -> !cost.isZero()).orElse(false);
  }

  Standing worth(ItemValue now) {
    return new Standing(now, last, costed);
  }
}
