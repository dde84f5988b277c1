package org.millrace.chain.recall;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LotCode;

/**
 * From where a lot came and one place that its goods got to, as themselves or as part of what was
 * made of them, in any number of steps. Read by the lot it tells which customers got it and where
 * the rest lies; read by the document it tells of which receipts and lots of suppliers a delivery
 * is. Quantities are in the units of the items; those that came back are not in the quantity.
 *
 * @param trace tells one from the others, and stays
 * @param supplier who sent the goods; nobody where they were made or counted in
 * @param receipt the document that brought the lot in
 * @param finalItem as what the goods got there
 * @param documentKind a delivery, an invoice that delivered at once, a credit note of no invoice,
 *     or stock/location where the goods lie there still
 * @param quantity how much of the final item
 * @param returnedQuantity how much of that came back
 */
@Listed(
    searched = {"item", "lot", "finalLot", "document", "customer", "supplier", "receipt"},
    sorted = "lot",
    key = "trace")
record LotTrace(
    String trace,
    ItemCode item,
    LotCode lot,
    Optional<PartyCode> supplier,
    Optional<String> receiptKind,
    Optional<String> receipt,
    Optional<Instant> receivedAt,
    ItemCode finalItem,
    LotCode finalLot,
    String documentKind,
    String document,
    Optional<Instant> movedAt,
    Optional<PartyCode> customer,
    Quantity quantity,
    Quantity returnedQuantity) {}
