package org.millrace.sourcing.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.sourcing.RequestNumber;
import org.millrace.sourcing.RequestStatus;

/**
 * What a supplier who was asked offers for a line of a request, beside what the others do; without
 * prices where he offered nothing. Quantities are in the unit of the item, amounts in the currency
 * of the company at the rate of the answer.
 *
 * @param id joins request, line and supplier
 * @param orderQuantity what would be ordered: the quantity wanted, or the least that he sells
 * @param amount order quantity x unit price, rounded
 * @param aboveCheapest how much more that is than the cheapest offer for the line
 * @param rank 1 for the cheapest; the same for offers of the same amount
 * @param arrivalDate the day of the award, or today, and his lead time from then on
 * @param arrival whether that is not after the day wanted
 */
@Listed(
    searched = {"request", "item", "itemName", "supplier", "supplierName"},
    sorted = "id",
    key = "id")
record ComparedOffer(
    String id,
    RequestNumber request,
    RequestStatus status,
    int line,
    ItemCode item,
    String itemName,
    Quantity quantity,
    LocalDate wantedDate,
    PartyCode supplier,
    String supplierName,
    @Amount(in = "offeredCurrency") Optional<BigDecimal> offeredPrice,
    Optional<Currency> offeredCurrency,
    @Amount Optional<Money> unitPrice,
    Optional<Quantity> orderQuantity,
    @Amount Optional<Money> amount,
    @Amount Optional<Money> aboveCheapest,
    Optional<Integer> rank,
    Optional<Integer> leadTimeDays,
    Optional<LocalDate> arrivalDate,
    Arrival arrival,
    Optional<LocalDate> validUntil,
    boolean isAwarded,
    @Stored("order_number") Optional<PurchaseOrderNumber> order,
    Currency currency) {
  /** When the goods come, compared with the day they are wanted for. */
  enum Arrival {
    IN_TIME,
    LATE,
    NOT_OFFERED
  }
}
