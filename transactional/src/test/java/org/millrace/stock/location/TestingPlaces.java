package org.millrace.stock.location;

import java.time.Instant;
import org.millrace.TestingMasters;
import org.millrace.document.TestingDocuments;
import org.millrace.stock.Location;
import org.millrace.stock.LocationAdded;

/** The locations of the company of the masters in memory. */
public final class TestingPlaces {
  private TestingPlaces() {}

  public static Places of(TestingMasters masters, Location... locations) {
    TestingDocuments<Location> stored = new TestingDocuments<>(Location.KIND);
    for (Location location : locations) {
      stored.make(TestingMasters.COMPANY, location, Instant.EPOCH, LocationAdded::new);
    }
    return new Places(stored, masters.items());
  }
}
