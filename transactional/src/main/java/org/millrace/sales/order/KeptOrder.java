package org.millrace.sales.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** An order as it is kept, and its version. */
record KeptOrder(Version version, @JsonUnwrapped SalesOrder order) {
  /** The order after an act. */
  KeptOrder next(SalesOrder changed) {
    return new KeptOrder(new Version(version.number() + 1), changed);
  }

  EventHead head(CompanyCode company, Instant occurredAt) {
    String id = EventHead.aggregateId("sales-order", company, order.number().value());
    return EventHead.of(company, id, version.number(), occurredAt);
  }
}
