package org.millrace.purchasing.receipt;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.stock.LocationCode;

/**
 * A receipt as people look it up: with its order, the supplier and the names of the items. One with
 * quantities below 0 is of goods that went back to the supplier.
 *
 * @param returns the receipt whose goods went back
 * @param rate of the order's currency when the goods came, where that is not the company's
 */
public record ReceivedGoods(
    Number number,
    LocalDate receiptDate,
    PurchaseOrderNumber orderNumber,
    Supplier supplier,
    LocationCode location,
    List<Line> lines,
    Money amount,
    Currency currency,
    Optional<Number> returns,
    Optional<ExchangeRate> rate) {
  /** Stored in purchasing.receipt with its lines; numbered GR-000001. */
  public static final DocumentKind<ReceivedGoods> KIND =
      DocumentKind.of(ReceivedGoods.class, "purchasing", "receipt")
          .numbered("GR")
          .lines("lines", "purchasing.receipt_line", "receipt_number")
          .searched("number", "orderNumber", "supplier", "supplier.name", "location")
          .toldBy("purchase-order", "order_number", ReceivedGoods::orderNumber)
          .build();

  public ReceivedGoods {
    lines = List.copyOf(lines);
  }

  /** What arrived of an order on that day, by line, valued at the ordered prices. */
  public static ReceivedGoods of(
      PurchaseOrder order,
      Number number,
      LocalDate day,
      LocationCode location,
      Map<Integer, Quantity> quantities) {
    return of(order, new Place(number, day, location), quantities, Optional.empty());
  }

  /** Under which number goods came, when and where to. */
  public record Place(Number number, LocalDate day, LocationCode location) {}

  /** The same at that rate of the currency that the order was placed in. */
  public static ReceivedGoods of(
      PurchaseOrder order,
      Place place,
      Map<Integer, Quantity> quantities,
      Optional<ExchangeRate> rate) {
    List<Line> arrived =
        order.lines().stream()
            .filter(l -> quantities.containsKey(l.line()))
            .map(l -> Line.of(order, l, Objects.requireNonNull(quantities.get(l.line())), rate))
            .toList();
    return new ReceivedGoods(
        place.number(),
        place.day(),
        order.number(),
        order.supplier(),
        place.location(),
        arrived,
        arrived.stream().map(Line::amount).reduce(Money.zero(order.currency()), Money::plus),
        order.currency(),
        Optional.empty(),
        rate);
  }

  /**
   * What of this receipt goes back on that day, by line of the order, worth so much in the stock.
   */
  public ReceivedGoods returned(Number as, LocalDate day, List<Back> goods) {
    List<Line> back = goods.stream().map(this::back).toList();
    return new ReceivedGoods(
        as,
        day,
        orderNumber,
        supplier,
        location,
        back,
        back.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus),
        currency,
        Optional.of(number),
        rate);
  }

  /** So many goods of a line that go back, and what they came to in the stock. */
  public record Back(int line, Quantity quantity, Money amount) {}

  private Line back(Back goods) {
    Line came =
        lines.stream().filter(each -> each.line() == goods.line()).findFirst().orElseThrow();
    return new Line(
        came.line(),
        came.item(),
        came.itemName(),
        goods.quantity().negated(),
        came.unitPrice(),
        goods.amount().negated());
  }

  /**
   * The receipt as its event tells it, with what bills that came before the goods said that these
   * cost, and what of it is no goods.
   */
  public Receipt told(Optional<Money> billedBefore, List<Receipt.Expense> expenses) {
    return new Receipt(
        number.value(),
        receiptDate,
        location,
        lines.stream()
            .map(l -> new Receipt.Line(l.line, l.item, l.quantity, l.unitPrice, l.amount))
            .toList(),
        returns.map(Number::value),
        billedBefore,
        expenses);
  }

  /** Names a receipt within a company. */
  public record Number(String value) implements Code {
    public Number {
      value = Code.checked("receipt number", value, 40);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** What arrived of one line of the order; the amount is its value at the ordered price. */
  public record Line(
      int line, ItemCode item, String itemName, Quantity quantity, Money unitPrice, Money amount) {
    private static Line of(
        PurchaseOrder order,
        PurchaseOrder.Line ordered,
        Quantity quantity,
        Optional<ExchangeRate> rate) {
      Quantity before = ordered.receivedQuantity();
      Money unitPrice =
          rate.flatMap(at -> ordered.foreign().map(of -> at.unrounded(of.unitPrice())))
              .map(price -> price.setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP))
              .map(price -> Money.of(price, order.currency()))
              .orElse(ordered.unitPrice());
      Money amount =
          rate.flatMap(
                  at ->
                      order
                          .foreign()
                          .map(placed -> ordered.amountAfter(before, quantity, placed, at)))
              .orElseGet(() -> ordered.amountAfter(before, quantity));
      return new Line(
          ordered.line(), ordered.item(), ordered.itemName(), quantity, unitPrice, amount);
    }
  }
}
