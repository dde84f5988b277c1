package org.millrace.service.ticket;

import org.millrace.service.Ticket;
import org.millrace.service.TicketNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The service tickets of each company. */
interface Tickets {
  /** A number no ticket had before. */
  TicketNumber nextNumber();

  /** Keeps a new ticket. */
  void add(KeptTicket opened);

  /**
   * Keeps a changed ticket with the parts it has got since.
   *
   * @throws org.millrace.shared.Refused as stale when it was changed since it was read
   */
  void change(KeptTicket before, KeptTicket after);

  /**
   * One ticket.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptTicket named(CompanyCode company, TicketNumber number);

  /**
   * One ticket that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default KeptTicket named(CompanyCode company, TicketNumber number, Version expected) {
    KeptTicket kept = named(company, number);
    expected.check("Ticket " + number, kept.version().number());
    return kept;
  }

  /** Tickets whose number, customer, subject, item or status match, the latest first. */
  Page<Ticket> page(CompanyCode company, PageRequest request);
}
