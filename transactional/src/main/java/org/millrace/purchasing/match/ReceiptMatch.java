package org.millrace.purchasing.match;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * So many goods of a receipt that a bill pays for, on a line of their order. Never changed: what is
 * taken back is another match below 0.
 *
 * @param receipt none for goods that were billed before they came
 * @param invoice none for goods that nobody will bill
 * @param returned the receipt of the goods that went back to the supplier after they were billed
 * @param amount the value of the goods at the ordered prices, as it was booked when they came
 * @param cost what is billed for them, with the tax that is not got back
 */
public record ReceiptMatch(
    Place place,
    Optional<ReceivedGoods.Number> receipt,
    Optional<SupplierInvoiceNumber> invoice,
    Optional<ReceivedGoods.Number> returned,
    LocalDate matchedOn,
    Quantity quantity,
    Money amount,
    Money cost) {

  /** A line of an order. */
  public record Place(PurchaseOrderNumber order, int line) {}

  /** By how much the goods are dearer (or, below 0, cheaper) than they were when they came. */
  public Money difference() {
    return cost.minus(amount);
  }
}
