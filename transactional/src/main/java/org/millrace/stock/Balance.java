package org.millrace.stock;

import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** What lies at a location, and its share of the item's value at moving average. */
public record Balance(
    ItemCode item,
    LocationCode location,
    Quantity onHand,
    @Sensitive Money averageCost,
    @Sensitive Money value) {}
