package org.millrace.purchasing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/**
 * Goods of an order that arrived together, or, with quantities below 0, that went back to the
 * supplier.
 *
 * @param returns the receipt whose goods went back
 * @param billedBefore what bills that came before the goods said that these cost
 */
public record Receipt(
    String number,
    LocalDate date,
    LocationCode location,
    List<Line> lines,
    Optional<String> returns,
    Optional<Money> billedBefore) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /** What arrived of one line of the order; the amount is its value at the ordered price. */
  public record Line(int line, ItemCode item, Quantity quantity, Money unitPrice, Money amount) {}
}
