package org.millrace.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/** Goods to be moved for one document. */
public record GoodsMove(
    MoveReason reason, DocumentRef document, Instant occurredAt, List<Line> lines) {
  public GoodsMove {
    lines = List.copyOf(lines);
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .refuse("The goods of " + document + " cannot be moved");
  }

  /**
   * A quantity into (+) or out of (-) a location. Goods coming in may name their unit cost; without
   * it, and for all goods going out, the moving average counts.
   */
  public record Line(
      ItemCode item, LocationCode location, Quantity quantity, Optional<Money> unitCost) {
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
  }
}
