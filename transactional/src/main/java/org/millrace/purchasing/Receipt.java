package org.millrace.purchasing;

import java.time.LocalDate;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/** Goods of an order that arrived together. */
public record Receipt(String number, LocalDate date, LocationCode location, List<Line> lines) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /** What arrived of one line of the order; the amount is its value at the ordered price. */
  public record Line(int line, ItemCode item, Quantity quantity, Money unitPrice, Money amount) {}
}
