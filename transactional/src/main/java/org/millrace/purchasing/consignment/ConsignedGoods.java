package org.millrace.purchasing.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/**
 * Goods of a supplier that lie here and are his; quantities in the unit of the item.
 *
 * @param id the consignment and its line
 * @param unitPrice what one costs when it is taken over, in the currency of the prices
 * @param leftQuantity what lies here
 */
@Listed(
    searched = {"item", "itemName", "supplier", "supplierName", "lot", "consignment"},
    key = "id")
record ConsignedGoods(
    String id,
    ConsignmentNumber consignment,
    PartyCode supplier,
    String supplierName,
    ItemCode item,
    String itemName,
    LocationCode location,
    Optional<LotCode> lot,
    Optional<LocalDate> expiresOn,
    LocalDate receivedOn,
    Quantity quantity,
    Quantity takenOverQuantity,
    Quantity returnedQuantity,
    Quantity leftQuantity,
    @Amount(in = "priceCurrency") BigDecimal unitPrice,
    Currency priceCurrency) {}
