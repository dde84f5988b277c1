package org.millrace.stock.location;

import java.time.Instant;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.Location;
import org.millrace.stock.LocationAdded;
import org.millrace.stock.LocationChanged;

/** Adds locations and changes their names. */
final class AddLocations {
  private final Documents<Location> locations;

  AddLocations(Documents<Location> locations) {
    this.locations = locations;
  }

  Versioned<Location> add(CompanyCode company, Location location, Instant occurredAt) {
    return locations.make(company, location, occurredAt, LocationAdded::new);
  }

  Versioned<Location> change(Versioned<Location> before, Location after, Instant occurredAt) {
    return locations.change(before, after, occurredAt, LocationChanged::new);
  }
}
