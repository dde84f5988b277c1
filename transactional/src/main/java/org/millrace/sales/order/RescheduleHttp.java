package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RescheduleHttp {
  private final RescheduleOrder rescheduleOrder;
  private final Orders orders;
  private final BusinessTime time;

  RescheduleHttp(RescheduleOrder rescheduleOrder, Orders orders, BusinessTime time) {
    this.rescheduleOrder = rescheduleOrder;
    this.orders = orders;
    this.time = time;
  }

  /** The day on which the customer wants the goods now. */
  record RescheduleAsked(LocalDate requestedDate, Optional<Instant> occurredAt) {}

  @PostMapping("/api/companies/{company}/sales/orders/{number}/reschedule")
  @RequiresPermission("sales.write")
  ResponseEntity<SalesOrder> reschedule(
      @PathVariable CompanyCode company,
      @PathVariable OrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody RescheduleAsked asked) {
    KeptOrder held = orders.held(company, number, expected);
    KeptOrder changed =
        rescheduleOrder.reschedule(
            company, held, asked.requestedDate(), time.occurredAt(asked.occurredAt()));
    return Replies.ok(changed.order(), changed.version());
  }
}
