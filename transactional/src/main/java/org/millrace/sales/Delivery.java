package org.millrace.sales;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millrace.item.ItemCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/** Goods that went to the customer of an order; lines are those of the order. */
public record Delivery(String number, LocalDate date, List<Line> lines) {
  public Delivery {
    lines = List.copyOf(lines);
  }

  /** How much of one line of the order. */
  public record Line(int line, ItemCode item, Quantity quantity) {}

  /** Notes a problem unless the line as it is asked for covers what was delivered of it. */
  static void requireCovers(
      SalesOrder.@Nullable Line asked, SalesOrder.Line delivered, Problems problems) {
    String place = "lines." + delivered.line();
    if (asked == null) {
      problems.add(place, "none", "line %d, it was delivered in part".formatted(delivered.line()));
      return;
    }
    problems
        .require(
            asked.item().equals(delivered.item()),
            place + ".item",
            asked.item(),
            delivered.item() + ", it was delivered in part")
        .require(
            asked.unitPrice().amount().compareTo(delivered.unitPrice().amount()) == 0,
            place + ".unitPrice",
            asked.unitPrice(),
            delivered.unitPrice() + ", the line was delivered in part")
        .require(
            asked.quantity().compareTo(delivered.deliveredQuantity()) >= 0,
            place + ".quantity",
            asked.quantity(),
            "at least the " + delivered.deliveredQuantity() + " delivered");
  }

  /** Notes a problem for each quantity that is not left to be delivered, by line. */
  static void requireFits(
      List<SalesOrder.Line> lines, Map<Integer, Quantity> wanted, Problems problems) {
    wanted.forEach(
        (line, quantity) -> {
          Quantity left =
              lines.stream()
                  .filter(l -> l.line() == line)
                  .findFirst()
                  .map(SalesOrder.Line::outstandingQuantity)
                  .orElse(Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(left) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the " + left + " still to be delivered");
        });
  }

  /** Notes a problem for each line that could never be delivered. */
  static void requireSound(List<SalesOrder.Line> lines, Problems problems) {
    lines.forEach(
        line ->
            problems
                .require(
                    line.line() >= 1 && line.line() <= SalesOrder.LAST_LINE,
                    "lines.line",
                    line.line(),
                    "a number from 1 to " + SalesOrder.LAST_LINE)
                .require(
                    line.quantity().isPositive(),
                    "lines." + line.line() + ".quantity",
                    line.quantity(),
                    "more than 0"));
  }
}
