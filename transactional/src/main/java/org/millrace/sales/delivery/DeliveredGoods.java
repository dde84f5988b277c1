package org.millrace.sales.delivery;

import java.time.LocalDate;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Code;
import org.millrace.shared.Quantity;

/** A delivery as people look it up: with its order, the customer and the names of the items. */
public record DeliveredGoods(
    Number number,
    LocalDate deliveryDate,
    OrderNumber orderNumber,
    Receiver customer,
    List<Line> lines) {
  /** Read from sales.delivered, which shows deliveries beside their orders; never written. */
  public static final DocumentKind<DeliveredGoods> KIND =
      DocumentKind.of(DeliveredGoods.class, "sales", "delivery")
          .numbered("DN")
          .storedIn("sales.delivered")
          .lines("lines", "sales.delivered_line", "delivery_number")
          .searched("number", "orderNumber", "customer", "customer.name")
          .inRegionOf(Party.KIND, "customer")
          .toldBy("sales-order", "order_number", DeliveredGoods::orderNumber)
          .build();

  public DeliveredGoods {
    lines = List.copyOf(lines);
  }

  /** Names a delivery within a company. */
  public record Number(String value) implements Code {
    public Number {
      value = Code.checked("delivery number", value, 40);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** Who got the goods, as known when they were ordered. */
  public record Receiver(PartyCode code, String name, String country) {}

  /** How much left of one line of the order. */
  public record Line(int line, ItemCode item, String itemName, Quantity quantity) {}
}
