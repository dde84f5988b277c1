package org.millrace.stock.movement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.stock.valuation.ItemValue;

/** How an item stands: its value, its latest movement, and whether any goods ever had a cost. */
record Standing(ItemValue value, Optional<Instant> last, boolean costed) {
  boolean isAfter(Instant moment) {
    return last.isPresent() && last.get().isAfter(moment);
  }

  Standing moved(ItemValue after, Instant occurredAt, boolean nowCosted) {
    Instant latest = isAfter(occurredAt) ? last.get() : occurredAt;
    return new Standing(after, Optional.of(latest), costed || nowCosted);
  }

  Standing worth(ItemValue now) {
    return new Standing(now, last, costed);
  }
}
