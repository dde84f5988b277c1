package org.millrace.sales.shipment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be dispatched, and what carriers tell of what was. */
@RestController
@RequestMapping("/api/companies/{company}/sales")
class DispatchHttp {
  private static final int MOST_SCANS = 5000;

  private final DispatchJdbc dispatch;
  private final SendGoods send;
  private final Companies companies;
  private final BusinessTime time;

  DispatchHttp(DispatchJdbc dispatch, SendGoods send, Companies companies, BusinessTime time) {
    this.dispatch = dispatch;
    this.send = send;
    this.companies = companies;
    this.time = time;
  }

  /** Scans of many shipments, by the numbers of their carriers. */
  record Scans(List<TrackedScan> scans) {}

  /** What a carrier told of one of its numbers. */
  record TrackedScan(String trackingNumber, Instant scannedAt, String place, String event) {
    SendGoods.Told told() {
      return new SendGoods.Told(
          trackingNumber.strip(), new Shipment.Scan(1, scannedAt, place.strip(), event.strip()));
    }
  }

  /** Open orders by the day wanted, with what of them can leave now. */
  @GetMapping("/dispatch")
  @RequiresPermission("sales.read")
  @ListOf(DispatchJdbc.Row.class)
  ListAnswer<DispatchJdbc.Row> dispatch(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return dispatch.page(company, ListRequest.of(query));
  }

  /** The pick list of an order. */
  @GetMapping("/dispatch/{order}")
  @RequiresPermission("sales.read")
  PickList pick(@PathVariable CompanyCode company, @PathVariable OrderNumber order) {
    return dispatch.of(company, order, time.occurredAt(Optional.empty()));
  }

  /** Takes scans that a carrier sends in lists; those that are known change nothing. */
  @PostMapping("/scans")
  @RequiresPermission("sales.deliver")
  SendGoods.Taken scan(@PathVariable CompanyCode company, @RequestBody Scans asked) {
    new Problems()
        .require(
            asked.scans().size() <= MOST_SCANS,
            "scans",
            asked.scans().size(),
            "at most " + MOST_SCANS + " at once")
        .refuse("The scans cannot be taken");
    return send.scan(
        company,
        asked.scans().stream().map(TrackedScan::told).toList(),
        time.occurredAt(Optional.empty()));
  }
}
