package org.millrace.stock.movement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.stock.valuation.ItemValue;

/** How an item stands: its value, its latest movement, and whether any goods ever had a cost. */
record Standing(ItemValue value, Optional<Instant> last, boolean costed) {
  boolean isAfter(Instant moment) {
    return last.isPresent() && last.get().isAfter(moment);
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
