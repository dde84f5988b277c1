package org.millrace.stock.location;

import java.util.List;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.party.CompanyOpened;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;

/** Gives every company its first place. */
final class WhenCompanyOpened implements EventHandler<CompanyOpened> {
  private final AddLocations locations;

  WhenCompanyOpened(AddLocations locations) {
    this.locations = locations;
  }

  @Override
  public Class<CompanyOpened> type() {
    return CompanyOpened.class;
  }

  @Override
  public void handle(List<Recorded<CompanyOpened>> events) {
    Location main = new Location(LocationCode.MAIN, "Main warehouse");
    events.forEach(
        opened -> locations.add(opened.event().code(), main, opened.event().head().occurredAt()));
  }
}
