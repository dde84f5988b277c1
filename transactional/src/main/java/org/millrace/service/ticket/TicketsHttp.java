package org.millrace.service.ticket;

import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.service.Ticket;
import org.millrace.service.TicketNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("service.read")
@RequestMapping("/api/companies/{company}/service/tickets")
class TicketsHttp extends DocumentEndpoints<Ticket, TicketNumber> {
  private final ServeTicket serve;
  private final BusinessTime time;

  TicketsHttp(
      Documents<Ticket> tickets, DocumentHistory history, ServeTicket serve, BusinessTime time) {
    super(tickets, history);
    this.serve = serve;
    this.time = time;
  }

  record Opening(
      PartyCode customer, String subject, Optional<ItemCode> item, Optional<Instant> occurredAt) {}

  record Changing(String subject, Optional<ItemCode> item, Optional<Instant> occurredAt) {}

  record Using(
      ItemCode item,
      Optional<Quantity> quantity,
      Optional<LocationCode> location,
      Optional<LotCode> lot,
      Optional<Instant> occurredAt) {}

  record Closing(Optional<String> resolution, Optional<Instant> occurredAt) {}

  record Reopening(String reason, Optional<Instant> occurredAt) {}

  record Used(DocumentAnswer<Ticket> ticket, Ticket.Part part) {}

  @PostMapping
  @RequiresPermission("service.write")
  ResponseEntity<DocumentAnswer<Ticket>> open(
      @PathVariable CompanyCode company, @RequestBody Opening opening) {
    return created(
        serve.open(
            company,
            opening.customer(),
            new Ticket.Request(opening.subject(), opening.item()),
            time.occurredAt(opening.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("service.write")
  ResponseEntity<DocumentAnswer<Ticket>> change(
      Versioned<Ticket> ticket, @RequestBody Changing changing) {
    return ok(
        serve.change(
            ticket,
            new Ticket.Request(changing.subject(), changing.item()),
            time.occurredAt(changing.occurredAt())));
  }

  @PostMapping("/{number}/parts")
  @RequiresPermission("service.write")
  ResponseEntity<Used> use(Versioned<Ticket> ticket, @RequestBody Using using) {
    ServeTicket.Used used =
        serve.use(
            ticket,
            new ServeTicket.Wanted(
                using.item(),
                using.quantity().orElse(Quantity.of(1)),
                using.location().orElse(LocationCode.MAIN),
                using.lot()),
            time.occurredAt(using.occurredAt()));
    return Replies.created(new Used(answer(used.ticket()), used.part()), used.ticket().version());
  }

  @PostMapping("/{number}/close")
  @RequiresPermission("service.write")
  ResponseEntity<DocumentAnswer<Ticket>> close(
      Versioned<Ticket> ticket, @RequestBody Closing closing) {
    return ok(serve.close(ticket, closing.resolution(), time.occurredAt(closing.occurredAt())));
  }

  @PostMapping("/{number}/reopen")
  @RequiresPermission("service.write")
  ResponseEntity<DocumentAnswer<Ticket>> reopen(
      Versioned<Ticket> ticket, @RequestBody Reopening reopening) {
    return ok(serve.reopen(ticket, reopening.reason(), time.occurredAt(reopening.occurredAt())));
  }
}
