package org.millrace.sales.shipment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/** What is to be fetched for an order, location by location, on the way through them. */
public record PickList(
    OrderNumber orderNumber,
    PartyCode customer,
    String customerName,
    Optional<LocalDate> wantedOn,
    DispatchPriority priority,
    List<Line> lines) {
  public PickList {
    lines = List.copyOf(lines);
  }

  /**
   * How much is still open of an item, and how much of it lies there for this order; of which lot,
   * where lots are kept, and until when that is good. What is open of the item and of no lot that
   * lies there has a line of its own.
   */
  public record Line(
      LocationCode location,
      ItemCode item,
      String itemName,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn,
      Quantity openQuantity,
      Quantity readyQuantity) {
    /**
     * The same by lots. Those in front fetch first, so that no piece of a lot is proposed twice: 3
     * of A and 9 of B, 4 for others, 6 for this one: 6 of B.
     *
     * @param lots what lies there of each, in the order in which they are to be used up
     * @param others how much those in front get
     */
    List<Line> of(List<Lot> lots, Quantity others) {
      List<Line> lines = new ArrayList<>();
      Quantity passed = others;
      Quantity ready = readyQuantity;
      Quantity open = openQuantity;
      for (Lot one : lots) {
        Quantity theirs = passed.min(one.quantity());
        passed = passed.minus(theirs);
        Quantity some = one.quantity().minus(theirs).min(ready);
        if (some.isPositive()) {
          lines.add(
              new Line(
                  location, item, itemName, Optional.of(one.lot()), one.expiresOn(), some, some));
          ready = ready.minus(some);
          open = open.minus(some);
        }
      }
      if (open.isPositive()) {
        lines.add(
            new Line(location, item, itemName, Optional.empty(), Optional.empty(), open, ready));
      }
      return lines;
    }
  }

  /** What lies of a lot at a location, good until that day. */
  record Lot(LotCode lot, Optional<LocalDate> expiresOn, Quantity quantity) {}
}
