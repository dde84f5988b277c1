package org.millrace.stock.location;

import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/stock/locations")
class LocationsHttp {
  private final LocationsJdbc locations;
  private final Companies companies;

  LocationsHttp(LocationsJdbc locations, Companies companies) {
    this.locations = locations;
    this.companies = companies;
  }

  @GetMapping
  @RequiresPermission("stock.read")
  Page<Location> all(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    PageRequest asked = new PageRequest(search, page);
    return asked.page(locations.all(company, asked));
  }

  @GetMapping("/{code}")
  @RequiresPermission("stock.read")
  Location one(@PathVariable CompanyCode company, @PathVariable LocationCode code) {
    companies.named(company);
    return locations
        .named(company, code)
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no location %s in company %s. Look it up in the list."
                        .formatted(code, company)));
  }

  @PostMapping
  @RequiresPermission("stock.location")
  ResponseEntity<Location> add(@PathVariable CompanyCode company, @RequestBody Location asked) {
    companies.named(company);
    if (!locations.add(company, asked)) {
      throw Refused.conflict("There is a location " + asked.code() + " already: use it.");
    }
    return Replies.created(asked, new Version(1));
  }
}
