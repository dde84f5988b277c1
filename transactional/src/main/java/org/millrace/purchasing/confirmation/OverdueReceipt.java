package org.millrace.purchasing.confirmation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * A line of an order whose goods should have come: the day promised last has passed. Quantities are
 * in the unit of the item, the amount is at the ordered price in the currency of the company.
 *
 * @param id joins order and line
 * @param daysLate days since the day promised last
 * @param firstPromised the day for which the order was placed
 * @param confirmedQuantity what the supplier confirmed last; absent where he did not
 */
@Listed(
    searched = {"orderNumber", "supplier", "supplierName", "item", "itemName"},
    sorted = "-daysLate",
    key = "id")
record OverdueReceipt(
    String id,
    PurchaseOrderNumber orderNumber,
    int line,
    PartyCode supplier,
    String supplierName,
    ItemCode item,
    String itemName,
    LocalDate firstPromised,
    LocalDate promisedDate,
    int daysLate,
    Quantity openQuantity,
    Optional<Quantity> confirmedQuantity,
    Money openAmount,
    Currency currency) {}
