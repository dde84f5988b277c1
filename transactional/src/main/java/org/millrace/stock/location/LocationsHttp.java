package org.millrace.stock.location;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("stock.read")
@RequestMapping("/api/companies/{company}/stock/locations")
class LocationsHttp extends DocumentEndpoints<Location, LocationCode> {
  private final AddLocations locations;
  private final Companies companies;
  private final BusinessTime time;

  LocationsHttp(
      Documents<Location> stored,
      DocumentHistory history,
      AddLocations locations,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.locations = locations;
    this.companies = companies;
    this.time = time;
  }

  record NewLocation(
      LocationCode code, String name, Optional<String> quarantine, Optional<Instant> occurredAt) {}

  record Change(String name, Optional<String> quarantine, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("stock.location")
  ResponseEntity<DocumentAnswer<Location>> add(
      @PathVariable CompanyCode company, @RequestBody NewLocation asked) {
    companies.named(company);
    Location location = new Location(asked.code(), asked.name(), asked.quarantine());
    return created(locations.add(company, location, time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("stock.location")
  ResponseEntity<DocumentAnswer<Location>> change(
      Versioned<Location> location, @RequestBody Change asked) {
    Location after = new Location(location.document().code(), asked.name(), asked.quarantine());
    return ok(locations.change(location, after, time.occurredAt(asked.occurredAt())));
  }
}
