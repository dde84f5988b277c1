package org.millrace.purchasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
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
 * @param expenses what lines that are no goods cost by it
 */
public record Receipt(
    String number,
    LocalDate date,
    LocationCode location,
    List<Line> lines,
    Optional<String> returns,
    Optional<Money> billedBefore,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Expense> expenses) {
  public Receipt {
    lines = List.copyOf(lines);
    expenses = expenses == null ? List.of() : List.copyOf(expenses);
  }

  /** What arrived of one line of the order; the amount is its value at the ordered price. */
  public record Line(int line, ItemCode item, Quantity quantity, Money unitPrice, Money amount) {}

  /**
   * What a line of an order that is no goods costs more (or, below 0, less) by a receipt, a return,
   * a bill or a credit note, without tax that is got back.
   *
   * @param account where it is booked, against what is received and not billed
   */
  public record Expense(
      int line,
      ItemCode item,
      CostAccount account,
      Money amount,
      Optional<DimensionValues> dimensions) {}
}
