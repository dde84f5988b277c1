package org.millrace.purchasing.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;

/**
 * What one of an item was ordered or billed at, without tax and after all discounts. Quantities and
 * prices are in the item's own unit. What was cancelled or reversed is no price.
 *
 * @param id joins document and line
 * @param price in the currency of the document; of a bill in another currency than the company's
 *     rounded to 4 decimals, since bills keep their lines in that of the company
 * @param homePrice the same in the currency of the company, at the rate of the document
 */
@Listed(
    searched = {"document", "orderNumber", "supplier", "supplierName", "item", "itemName"},
    sorted = "-pricedOn",
    key = "id")
record PurchasePrice(
    String id,
    Kind kind,
    String document,
    PurchaseOrderNumber orderNumber,
    int line,
    LocalDate pricedOn,
    PartyCode supplier,
    String supplierName,
    ItemCode item,
    String itemName,
    Quantity quantity,
    Optional<Unit> unit,
    @Sensitive @Amount(in = "priceCurrency") BigDecimal price,
    Currency priceCurrency,
    @Sensitive @Amount Money homePrice,
    Currency currency) {
  /** What says the price. */
  enum Kind {
    ORDER,
    BILL
  }
}
