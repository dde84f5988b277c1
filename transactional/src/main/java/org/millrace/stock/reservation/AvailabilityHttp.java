package org.millrace.stock.reservation;

import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be promised, and for which documents goods are reserved. */
@RestController
@RequestMapping("/api/companies/{company}/stock")
class AvailabilityHttp {
  private final AvailabilityJdbc stock;
  private final Companies companies;

  AvailabilityHttp(AvailabilityJdbc stock, Companies companies) {
    this.stock = stock;
    this.companies = companies;
  }

  /** On hand, reserved, on order and available, by item and location. */
  @GetMapping("/availability")
  @RequiresPermission("stock.read")
  Page<Availability> availability(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    PageRequest asked = new PageRequest(search, page);
    return asked.page(stock.availability(company, asked));
  }

  /** What open documents want and what of it is reserved, by item, in the order they get it. */
  @GetMapping("/reservations")
  @RequiresPermission("stock.read")
  Page<AvailabilityJdbc.Reserved> reservations(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    PageRequest asked = new PageRequest(search, page);
    return asked.page(stock.reservations(company, asked));
  }
}
