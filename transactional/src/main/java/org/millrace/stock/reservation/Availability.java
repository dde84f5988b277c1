package org.millrace.stock.reservation;

import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/**
 * What of an item can be promised at a location. Available = on hand - reserved; waiting = wanted
 * by open documents - reserved. 10 there, 15 wanted, 20 ordered: 10 reserved, 5 waiting, 20 on
 * order, 0 available.
 */
@Listed(
    searched = {"item", "location"},
    key = {"item", "location"})
record Availability(
    ItemCode item,
    LocationCode location,
    Quantity onHand,
    Quantity reserved,
    Quantity waiting,
    Quantity onOrder,
    Quantity available) {}
