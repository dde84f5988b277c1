package org.millrace.stock;

import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** What a document brought into stock of an item, and at what cost before all that came later. */
public record Brought(DocumentRef document, ItemCode item, Quantity quantity, Money value) {}
