package org.millrace.service.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.service.Customer;
import org.millrace.service.PartUsed;
import org.millrace.service.Ticket;
import org.millrace.service.TicketClosed;
import org.millrace.service.TicketOpened;
import org.millrace.service.TicketStatus.Act;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Opens a ticket, takes parts out of stock for it at moving average, closes it. */
final class ServeTicket {
  private final Tickets tickets;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final Stock stock;
  private final Events events;

  ServeTicket(
      Tickets tickets,
      Companies companies,
      Parties parties,
      Items items,
      Stock stock,
      Events events) {
    this.tickets = tickets;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.stock = stock;
    this.events = events;
  }

  /** A part to be used for a ticket, by default one from MAIN. */
  record Wanted(ItemCode item, Quantity quantity, LocationCode location) {}

  /** The ticket as it is now, and the part with its cost. */
  record Used(KeptTicket kept, Ticket.Part part) {}

  KeptTicket opened(
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
    Ticket ticket =
        Ticket.opened(
            tickets.nextNumber(),
            Customer.of(party),
            request,
            occurredAt,
            companies.named(company).currency());
    KeptTicket opened = new KeptTicket(company, ticket, new Version(1));
    tickets.add(opened);
    events.publish(List.of(new TicketOpened(opened.head(occurredAt), ticket)));
    return opened;
  }

  Used used(KeptTicket kept, Wanted wanted, Instant occurredAt) {
    kept.ticket().status().require(Act.USE_PART, kept.ticket().number());
    Item item = items.named(kept.company(), wanted.item());
    new Problems()
        .require(wanted.quantity().isPositive(), "quantity", wanted.quantity(), "more than 0")
        .require(item.isStocked(), "item", item.code(), "an item that is kept in stock")
        .refuse("Ticket " + kept.ticket().number() + " cannot use the part");
    GoodsMoved moved = stock.move(kept.company(), List.of(move(kept, wanted, occurredAt))).get(0);
    Ticket.Part part =
        new Ticket.Part(
            kept.ticket().nextLine(),
            item.code(),
            item.name(),
            wanted.quantity(),
            moved.value().negated());
    KeptTicket next = kept.next(kept.ticket().used(part));
    tickets.change(kept, next);
    events.publish(List.of(new PartUsed(next.head(occurredAt), next.ticket(), part)));
    return new Used(next, part);
  }

  KeptTicket closed(KeptTicket kept, Optional<String> resolution, Instant occurredAt) {
    KeptTicket next = kept.next(kept.ticket().closed(occurredAt, resolution));
    tickets.change(kept, next);
    events.publish(List.of(new TicketClosed(next.head(occurredAt), next.ticket())));
    return next;
  }

  /** A part that was used is gone, whomever it was reserved for. */
  private static GoodsMove move(KeptTicket kept, Wanted wanted, Instant occurredAt) {
    return new GoodsMove(
            MoveReason.ISSUE,
            new DocumentRef("service", "ticket", kept.ticket().number().value()),
            occurredAt,
            List.of(
                new GoodsMove.Line(
                    wanted.item(),
                    wanted.location(),
                    wanted.quantity().negated(),
                    Optional.empty())))
        .takingOthersGoods();
  }
}
