package org.millrace.sales;

import java.time.LocalDate;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;

/** Goods that went to the customer of an order; lines are those of the order. */
public record Delivery(String number, LocalDate date, List<Line> lines) {
  public Delivery {
    lines = List.copyOf(lines);
  }

  /** How much of one line of the order. */
  public record Line(int line, ItemCode item, Quantity quantity) {}
}
