package org.millrace.supply.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/**
 * By when so many of an item can leave a location. Promised is the earlier of the day on which
 * stock and what is under way suffice, and of the day by which what is missing can be made or
 * bought.
 *
 * @param wantedOn the day asked for, today when none was
 * @param availableQuantity what can be promised for that day
 * @param promisedOn none where neither day is known
 * @param availableOn the day by stock and what is under way
 * @param capableOn the day by lead times and bills of material
 * @param locations what the other locations can promise for the day asked for
 */
record Promise(
    ItemCode item,
    String itemName,
    LocationCode location,
    Quantity quantity,
    LocalDate wantedOn,
    Quantity availableQuantity,
    Optional<LocalDate> promisedOn,
    Basis basis,
    Optional<LocalDate> availableOn,
    Optional<LocalDate> capableOn,
    List<Place> locations) {
  Promise {
    locations = List.copyOf(locations);
  }

  /** What a promise rests on. */
  enum Basis {
    /** What lies there or comes until the day asked for; what is not stocked is always there. */
    STOCK,
    /** What comes later on orders and work orders that are open. */
    EXPECTED,
    /** What can be made or bought within its lead time. */
    LEAD_TIME,
    /** Nothing: neither suffices what comes, nor is a lead time known. */
    NONE
  }

  /** What another location can promise for the day asked for. */
  record Place(LocationCode location, Quantity availableQuantity) {}
}
