package org.millrace.purchasing.invoice;

import java.time.Instant;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A supplier invoice as stored, with its version. */
record KeptInvoice(CompanyCode company, SupplierInvoice invoice, Version version) {
  KeptInvoice next(SupplierInvoice changed) {
    return new KeptInvoice(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("supplier-invoice", company, invoice.number().value()),
        version.number(),
        occurredAt);
  }
}
