package org.millrace.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.dimension.DimensionValues;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.shared.UnitPrice;

/**
 * What is wanted from a supplier. The order date is the day of the act; goods are promised for that
 * day unless another one is named.
 *
 * @param money the currency of the prices, where it is not the one of the company
 */
public record NewPurchaseOrder(
    PartyCode supplier,
    Optional<LocalDate> promisedDate,
    Optional<Demand> demand,
    List<Line> lines,
    Optional<AskedCurrency> money) {
  public NewPurchaseOrder {
    lines = List.copyOf(lines);
  }

  /** At prices in the currency of the company. */
  public NewPurchaseOrder(
      PartyCode supplier,
      Optional<LocalDate> promisedDate,
      Optional<Demand> demand,
      List<Line> lines) {
    this(supplier, promisedDate, demand, lines, Optional.empty());
  }

  /** What is wanted, line by line. */
  public List<ItemCode> items() {
    return lines.stream().map(Line::item).toList();
  }

  /**
   * So many of an item, in its own unit unless another is named, at a price of one of that unit.
   *
   * @param account where the cost of a service or expense item is booked; operating expenses where
   *     none is named
   */
  public record Line(
      ItemCode item,
      Quantity quantity,
      BigDecimal unitPrice,
      Optional<Unit> unit,
      Optional<DimensionValues> dimensions,
      Optional<CostAccount> account) {
    /** In the item's own unit. */
    public Line(ItemCode item, Quantity quantity, BigDecimal unitPrice) {
      this(item, quantity, unitPrice, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Line {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .refuse("Item " + item + " cannot be ordered");
    }
  }
}
