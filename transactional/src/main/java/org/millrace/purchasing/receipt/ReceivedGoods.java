package org.millrace.purchasing.receipt;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/** A receipt as people look it up: with its order, the supplier and the names of the items. */
public record ReceivedGoods(
    Number number,
    LocalDate receiptDate,
    PurchaseOrderNumber orderNumber,
    Supplier supplier,
    LocationCode location,
    List<Line> lines,
    Money amount,
    Currency currency) {
  /** Read from purchasing.received, which shows receipts beside their orders; never written. */
  public static final DocumentKind<ReceivedGoods> KIND =
      DocumentKind.of(ReceivedGoods.class, "purchasing", "receipt")
          .storedIn("purchasing.received")
          .lines("lines", "purchasing.received_line", "receipt_number")
          .searched("number", "orderNumber", "supplier", "supplier.name", "location")
          .toldBy("purchase-order", ReceivedGoods::orderNumber)
          .build();

  public ReceivedGoods {
    lines = List.copyOf(lines);
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
      int line, ItemCode item, String itemName, Quantity quantity, Money unitPrice, Money amount) {}
}
