package org.millrace.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.dimension.DimensionValues;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.price.PriceListCode;
import org.millrace.price.Prices;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.shared.UnitPrice;

/**
 * What is wanted from a supplier. The order date is the day of the act; goods are promised for that
 * day unless another one is named.
 *
 * @param money the currency of the prices, where it is not the one of the company
 * @param otherwise prices of items, of one of their own unit in the currency of the company, where
 *     neither the line nor a price list nor an order of the supplier tells one
 */
public record NewPurchaseOrder(
    PartyCode supplier,
    Optional<LocalDate> promisedDate,
    Optional<Demand> demand,
    List<Line> lines,
    Optional<AskedCurrency> money,
    Map<ItemCode, BigDecimal> otherwise) {
  public NewPurchaseOrder {
    lines = List.copyOf(lines);
    otherwise = Map.copyOf(otherwise);
  }

  /** At prices that are named, or that lists and orders tell. */
  public NewPurchaseOrder(
      PartyCode supplier,
      Optional<LocalDate> promisedDate,
      Optional<Demand> demand,
      List<Line> lines,
      Optional<AskedCurrency> money) {
    this(supplier, promisedDate, demand, lines, money, Map.of());
  }

  /** At prices in the currency of the company. */
  public NewPurchaseOrder(
      PartyCode supplier,
      Optional<LocalDate> promisedDate,
      Optional<Demand> demand,
      List<Line> lines) {
    this(supplier, promisedDate, demand, lines, Optional.empty());
  }

  /** The same, promised for that day where none is named. */
  public NewPurchaseOrder promisedElse(LocalDate byDefault) {
    return new NewPurchaseOrder(
        supplier, promisedDate.or(() -> Optional.of(byDefault)), demand, lines, money, otherwise);
  }

  /** What is wanted, line by line. */
  public List<ItemCode> items() {
    return lines.stream().map(Line::item).toList();
  }

  /**
   * Where a line came from: the rule of a price list in its version, counted from 1, or the line of
   * an order that told its price, where none was named; the unit and quantity that were asked for
   * where that is not the item's own.
   */
  public record Origin(
      Optional<PriceListCode> priceList,
      Optional<Long> priceVersion,
      Optional<Integer> priceRule,
      Optional<PurchaseOrderNumber> priceOrder,
      Optional<Integer> priceLine,
      Optional<Unit> unit,
      Optional<Quantity> unitQuantity) {
    /** Of a line whose price was named, in the item's own unit. */
    public static final Origin NONE = of(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a price as a rule of a price list says. */
    public static Origin of(Prices.Source rule) {
      return of(Optional.of(rule), Optional.empty(), Optional.empty());
    }

    /** Of a price as it was agreed on a line of an order. */
    public static Origin of(PurchaseOrderNumber order, int line) {
      return of(Optional.empty(), Optional.of(order), Optional.of(line));
    }

    private static Origin of(
        Optional<Prices.Source> rule, Optional<PurchaseOrderNumber> order, Optional<Integer> line) {
      return new Origin(
          rule.map(Prices.Source::list),
          rule.map(Prices.Source::version),
          rule.map(Prices.Source::rule),
          order,
          line,
          Optional.empty(),
          Optional.empty());
    }

    /** The same of a quantity that was asked for in another unit. */
    public Origin in(Unit asked, Quantity quantity) {
      return new Origin(
          priceList,
          priceVersion,
          priceRule,
          priceOrder,
          priceLine,
          Optional.of(asked),
          Optional.of(quantity));
    }
  }

  /**
   * So many of an item, in its own unit unless another is named, at a price of one of that unit.
   * Without a price the price lists of purchases say it, else the last order of the supplier.
   *
   * @param account where the cost of a service or expense item is booked; operating expenses where
   *     none is named
   */
  public record Line(
      ItemCode item,
      Quantity quantity,
      @Amount(in = "currency") Optional<BigDecimal> unitPrice,
      Optional<Unit> unit,
      Optional<DimensionValues> dimensions,
      Optional<CostAccount> account) {
    /** In the item's own unit. */
    public Line(ItemCode item, Quantity quantity, BigDecimal unitPrice) {
      this(
          item,
          quantity,
          Optional.of(unitPrice),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** In the item's own unit, at a price where one was agreed. */
    public static Line at(ItemCode item, Quantity quantity, Optional<BigDecimal> agreed) {
      return new Line(item, quantity, agreed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Line {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice.orElse(BigDecimal.ZERO))
          .refuse("Item " + item + " cannot be ordered");
    }
  }
}
