package org.millrace.purchasing.receipt;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/**
 * A receipt as people look it up: with its order, the supplier and the names of the items. One with
 * quantities below 0 is of goods that went back to the supplier.
 *
 * @param returns the receipt whose goods went back
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
    Optional<Number> returns) {
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
    List<Line> arrived =
        order.lines().stream()
            .filter(l -> quantities.containsKey(l.line()))
            .map(l -> Line.of(l, Objects.requireNonNull(quantities.get(l.line()))))
            .toList();
    return new ReceivedGoods(
        number,
        day,
        order.number(),
        order.supplier(),
        location,
        arrived,
        arrived.stream().map(Line::amount).reduce(Money.zero(order.currency()), Money::plus),
        order.currency(),
        Optional.empty());
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
        Optional.of(number));
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

  /** The receipt as its event tells it. */
  public Receipt told() {
    return told(Optional.empty());
  }

  /** The same, with what bills that came before the goods said that these cost. */
  public Receipt told(Optional<Money> billedBefore) {
    return new Receipt(
        number.value(),
        receiptDate,
        location,
        lines.stream()
            .map(l -> new Receipt.Line(l.line, l.item, l.quantity, l.unitPrice, l.amount))
            .toList(),
        returns.map(Number::value),
        billedBefore);
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
    private static Line of(PurchaseOrder.Line ordered, Quantity quantity) {
      return new Line(
          ordered.line(),
          ordered.item(),
          ordered.itemName(),
          quantity,
          ordered.unitPrice(),
          ordered.amountAfter(ordered.receivedQuantity(), quantity));
    }
  }
}
