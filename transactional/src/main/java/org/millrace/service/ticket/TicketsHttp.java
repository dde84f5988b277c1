package org.millrace.service.ticket;

import java.time.Instant;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.service.Ticket;
import org.millrace.service.TicketNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/service/tickets")
class TicketsHttp {
  private final Tickets tickets;
  private final ServeTicket serve;
  private final BusinessTime time;

  TicketsHttp(Tickets tickets, ServeTicket serve, BusinessTime time) {
    this.tickets = tickets;
    this.serve = serve;
    this.time = time;
  }

  record Opening(
      PartyCode customer, String subject, Optional<ItemCode> item, Optional<Instant> occurredAt) {}

  record Using(
      ItemCode item,
      Optional<Quantity> quantity,
      Optional<LocationCode> location,
      Optional<Instant> occurredAt) {}

  record Closing(Optional<String> resolution, Optional<Instant> occurredAt) {}

  record Used(Ticket ticket, Ticket.Part part) {}

  @PostMapping
  ResponseEntity<Ticket> open(@PathVariable CompanyCode company, @RequestBody Opening opening) {
    KeptTicket opened =
        serve.opened(
            company,
            opening.customer(),
            new Ticket.Request(opening.subject(), opening.item()),
            time.occurredAt(opening.occurredAt()));
    return Replies.created(opened.ticket(), opened.version());
  }

  @PostMapping("/{number}/parts")
  ResponseEntity<Used> use(
      @PathVariable CompanyCode company,
      @PathVariable TicketNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Using using) {
    ServeTicket.Used used =
        serve.used(
            tickets.named(company, number, expected),
            new ServeTicket.Wanted(
                using.item(),
                using.quantity().orElse(Quantity.of(1)),
                using.location().orElse(LocationCode.MAIN)),
            time.occurredAt(using.occurredAt()));
    return Replies.created(new Used(used.kept().ticket(), used.part()), used.kept().version());
  }

  @PostMapping("/{number}/close")
  ResponseEntity<Ticket> close(
      @PathVariable CompanyCode company,
      @PathVariable TicketNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Closing closing) {
    KeptTicket closed =
        serve.closed(
            tickets.named(company, number, expected),
            closing.resolution(),
            time.occurredAt(closing.occurredAt()));
    return Replies.ok(closed.ticket(), closed.version());
  }

  @GetMapping("/{number}")
  ResponseEntity<Ticket> ticket(
      @PathVariable CompanyCode company, @PathVariable TicketNumber number) {
    KeptTicket kept = tickets.named(company, number);
    return Replies.ok(kept.ticket(), kept.version());
  }

  @GetMapping
  Page<Ticket> page(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return tickets.page(company, new PageRequest(search, page));
  }
}
