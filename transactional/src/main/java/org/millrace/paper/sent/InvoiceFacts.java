package org.millrace.paper.sent;

import java.util.Map;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.sales.Invoice;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeName;

/** All that an electronic invoice is made of: ours, and who sells and buys. */
record InvoiceFacts(
    Invoice invoice,
    Optional<Party> seller,
    Party buyer,
    Map<ItemCode, Item> items,
    Map<TaxCodeName, TaxCode> taxCodes,
    Optional<Invoice> credited) {
  boolean isCreditNote() {
    return invoice.kind() == Invoice.Kind.CREDIT_NOTE;
  }
}
