package org.millrace.stock.reservation;

import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
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
  @ListOf(Availability.class)
  ListAnswer<Availability> availability(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return stock.availability(company, ListRequest.of(query));
  }

  /** What open documents want and what of it is reserved, by item, in the order they get it. */
  @GetMapping("/reservations")
  @RequiresPermission("stock.read")
  @ListOf(AvailabilityJdbc.Reserved.class)
  ListAnswer<AvailabilityJdbc.Reserved> reservations(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return stock.reservations(company, ListRequest.of(query));
  }
}
