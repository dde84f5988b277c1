package org.millrace.credit.check;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Caller;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("creditChecksHttp")
@RequiresPermission("credit.read")
@RequestMapping("/api/companies/{company}/credit/checks")
class ChecksHttp extends DocumentEndpoints<CreditCheck, DocumentNumber> {
  private final CheckOrders orders;
  private final BusinessTime time;

  ChecksHttp(
      Documents<CreditCheck> checks,
      DocumentHistory history,
      CheckOrders orders,
      BusinessTime time) {
    super(checks, history);
    this.orders = orders;
    this.time = time;
  }

  /** Why the order goes on. */
  record Releasing(String reason, Optional<Instant> occurredAt) {}

  /** When. */
  record Rechecking(Optional<Instant> occurredAt) {}

  /** The order may be delivered although the limit is exceeded. */
  @PostMapping("/{number}/release")
  @RequiresPermission("credit.release")
  ResponseEntity<DocumentAnswer<CreditCheck>> release(
      Versioned<CreditCheck> before, @RequestBody Releasing asked) {
    String by = Caller.current().user();
    return ok(orders.release(before, asked.reason(), by, time.occurredAt(asked.occurredAt())));
  }

  /** The order may be delivered when its customer is within the limit now. */
  @PostMapping("/{number}/recheck")
  @RequiresPermission("credit.read")
  ResponseEntity<DocumentAnswer<CreditCheck>> recheck(
      Versioned<CreditCheck> before, @RequestBody Rechecking asked) {
    return ok(orders.recheck(before, time.occurredAt(asked.occurredAt())));
  }
}
