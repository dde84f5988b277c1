package org.millrace.stock;

import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;

/** What lies of a lot of an item at a location. */
public record LotBalance(ItemCode item, LotCode lot, Quantity onHand) {}
