package org.millrace.service.ticket;

import java.time.Instant;
import org.millrace.service.Ticket;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A ticket as stored, with its version. */
record KeptTicket(CompanyCode company, Ticket ticket, Version version) {
  KeptTicket next(Ticket changed) {
    return new KeptTicket(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("ticket", company, ticket.number().value()),
        version.number(),
        occurredAt);
  }
}
