package org.millrace.sourcing.requisition;

import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.Source;
import org.millrace.shared.Quantity;
import org.millrace.sourcing.RequisitionNumber;

/**
 * An item that is kept at a minimum stock, the safety stock of its policy. Missing = minimum - (on
 * hand + expected - wanted + requested), at least 0: 20 to be kept, 12 there, 5 wanted, 4 on order:
 * 9 missing. Quantities in the unit of the item.
 *
 * @param onHandQuantity what lies in no quarantine
 * @param expectedQuantity what open documents will bring in
 * @param wantedQuantity what open documents will take out
 * @param requestedQuantity on open requisitions and not ordered yet
 * @param requisition the newest one of them
 */
@Listed(
    searched = {"item", "itemName", "supplier"},
    key = "item")
record ItemToReorder(
    ItemCode item,
    String itemName,
    String unit,
    Source source,
    Optional<PartyCode> supplier,
    Quantity minimumQuantity,
    Quantity onHandQuantity,
    Quantity expectedQuantity,
    Quantity wantedQuantity,
    Quantity requestedQuantity,
    Quantity missingQuantity,
    Optional<RequisitionNumber> requisition) {}
