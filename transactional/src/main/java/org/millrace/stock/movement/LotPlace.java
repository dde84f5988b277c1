package org.millrace.stock.movement;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/**
 * What of a lot lies at a location, in the unit of the item, and what it is worth in the company's
 * currency: at its own cost where lots are valued, else at average cost.
 *
 * @param place tells one from the others, and stays
 * @param expiresOn the last day on which it is good, where its item expires
 * @param daysLeft how many days after today that is; below 0 when it is over
 */
@Listed(
    searched = {"item", "lot", "location"},
    sorted = "expiresOn",
    key = "place")
record LotPlace(
    String place,
    ItemCode item,
    LotCode lot,
    LocationCode location,
    Quantity onHand,
    @Sensitive Money value,
    Optional<LocalDate> expiresOn,
    Optional<Integer> daysLeft) {}
