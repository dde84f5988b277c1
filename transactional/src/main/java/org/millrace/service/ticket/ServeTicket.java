package org.millrace.service.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.service.Customer;
import org.millrace.service.PartUsed;
import org.millrace.service.Ticket;
import org.millrace.service.TicketChanged;
import org.millrace.service.TicketClosed;
import org.millrace.service.TicketNumber;
import org.millrace.service.TicketOpened;
import org.millrace.service.TicketReopened;
import org.millrace.service.TicketStatus.Act;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Opens, changes and closes tickets; takes parts out of stock for them at moving average. */
final class ServeTicket {
  private final Documents<Ticket> tickets;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final Stock stock;

  ServeTicket(
      Documents<Ticket> tickets, Companies companies, Parties parties, Items items, Stock stock) {
    this.tickets = tickets;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.stock = stock;
  }

  /** A part to be used for a ticket, by default one from MAIN. */
  record Wanted(ItemCode item, Quantity quantity, LocationCode location, Optional<LotCode> lot) {}

  /** The ticket as it is now, and the part with its cost. */
  record Used(Versioned<Ticket> ticket, Ticket.Part part) {}

  Versioned<Ticket> open(
      CompanyCode company, PartyCode customer, Ticket.Request request, Instant occurredAt) {
    Party party = parties.named(company, customer);
    new Problems()
        .require(
            party.roles().contains(Role.CUSTOMER),
            "customer",
            customer,
            "a party with the role customer")
        .refuse("The ticket cannot be opened");
    request.item().ifPresent(item -> items.named(company, item));
    LocalDate day = companies.dayOf(company, occurredAt);
    Ticket ticket =
        Ticket.opened(
            new TicketNumber(tickets.nextNumber(company, day)),
            Customer.of(party),
            request,
            occurredAt,
            companies.named(company).currency());
    return tickets.make(company, ticket, occurredAt, TicketOpened::new);
  }

  Versioned<Ticket> change(Versioned<Ticket> before, Ticket.Request request, Instant occurredAt) {
    request.item().ifPresent(item -> items.named(before.company(), item));
    Ticket after = before.document().changed(request);
    return tickets.change(before, after, occurredAt, TicketChanged::new);
  }

  Used use(Versioned<Ticket> before, Wanted wanted, Instant occurredAt) {
    Ticket ticket = before.document();
    ticket.require(Act.USE_PART);
    Item item = items.named(before.company(), wanted.item());
    new Problems()
        .require(wanted.quantity().isPositive(), "quantity", wanted.quantity(), "more than 0")
        .require(item.isStocked(), "item", item.code(), "an item that is kept in stock")
        .refuse(Ticket.KIND.titled(ticket.number()) + " cannot use the part");
    GoodsMoved moved =
        stock.move(before.company(), List.of(move(ticket, wanted, occurredAt))).get(0);
    Ticket.Part part =
        new Ticket.Part(
            ticket.nextLine(),
            item.code(),
            item.name(),
            wanted.quantity(),
            moved.value().negated());
    Versioned<Ticket> after =
        tickets.change(
            before, ticket.used(part), occurredAt, (head, now) -> new PartUsed(head, now, part));
    return new Used(after, part);
  }

  Versioned<Ticket> close(
      Versioned<Ticket> before, Optional<String> resolution, Instant occurredAt) {
    Ticket after = before.document().closed(occurredAt, resolution);
    return tickets.change(before, after, occurredAt, TicketClosed::new);
  }

  Versioned<Ticket> reopen(Versioned<Ticket> before, String reason, Instant occurredAt) {
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why it is opened again")
        .refuse(Ticket.KIND.titled(before.document().number()) + " cannot be opened again");
    return tickets.change(
        before,
        before.document().reopened(),
        occurredAt,
        (head, ticket) -> new TicketReopened(head, ticket, reason.strip()));
  }

  /** A part that was used is gone, whomever it was reserved for. */
  private static GoodsMove move(Ticket ticket, Wanted wanted, Instant occurredAt) {
    return new GoodsMove(
            MoveReason.ISSUE,
            Ticket.KIND.ref(ticket.number()),
            occurredAt,
            List.of(
                new GoodsMove.Line(
                        wanted.item(),
                        wanted.location(),
                        wanted.quantity().negated(),
                        Optional.empty())
                    .of(wanted.lot())))
        .takingOthersGoods();
  }
}
