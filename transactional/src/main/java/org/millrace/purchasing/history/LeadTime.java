package org.millrace.purchasing.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.Quantity;

/**
 * How long a line of an order took, and how much of it was there when it was promised. What came
 * and went back to the supplier did not come. Quantities are in the item's own unit; cancelled
 * orders are left out.
 *
 * @param id joins order and line
 * @param firstPromised the day for which the order was placed
 * @param lastPromised the day that the supplier confirmed last; the first one until he confirms
 * @param firstReceived when the first of it came
 * @param receivedOn when it was complete, or the last of it came where the rest was given up
 * @param days from the order until it was received
 * @param daysLate from the day promised first until it was received; below 0 when it was early
 * @param onTimePercent share of the ordered quantity that came by the day promised first, 0 to 100;
 *     absent until that day has passed or all has come
 * @param onTimeByLastPercent the same by the day promised last
 */
@Listed(
    searched = {"orderNumber", "supplier", "supplierName", "item", "itemName"},
    sorted = "-orderedOn",
    key = "id")
record LeadTime(
    String id,
    PurchaseOrderNumber orderNumber,
    int line,
    PartyCode supplier,
    String supplierName,
    ItemCode item,
    String itemName,
    LocalDate orderedOn,
    LocalDate firstPromised,
    LocalDate lastPromised,
    Optional<LocalDate> firstReceived,
    Optional<LocalDate> receivedOn,
    Quantity quantity,
    Quantity receivedQuantity,
    Optional<Integer> days,
    Optional<Integer> daysLate,
    Optional<BigDecimal> onTimePercent,
    Optional<BigDecimal> onTimeByLastPercent) {}
