package org.millrace.sales.shipment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/** What is to be fetched for an order, location by location, on the way through them. */
record PickList(
    OrderNumber orderNumber,
    PartyCode customer,
    String customerName,
    Optional<LocalDate> wantedOn,
    List<Line> lines) {
  PickList {
    lines = List.copyOf(lines);
  }

  /** How much is still open of an item, and how much of it lies there for this order. */
  record Line(
      LocationCode location,
      ItemCode item,
      String itemName,
      Quantity openQuantity,
      Quantity readyQuantity) {}
}
