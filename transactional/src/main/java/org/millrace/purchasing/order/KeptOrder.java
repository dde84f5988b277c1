package org.millrace.purchasing.order;

import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** An order as stored, with its version. */
public record KeptOrder(CompanyCode company, PurchaseOrder order, Version version) {
  /** The order after one more act. */
  public KeptOrder next(PurchaseOrder changed) {
    return new KeptOrder(company, changed, new Version(version.number() + 1));
  }

  /** The head of the event of the last act. */
  public EventHead head(java.time.Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("purchase-order", company, order.number().value()),
        version.number(),
        occurredAt);
  }
}
