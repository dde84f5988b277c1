package org.millrace.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.service.TicketStatus.Act;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * A customer's request for service. Each act returns the ticket as it is afterwards; parts are at
 * their cost in the currency of the company.
 */
public record Ticket(
    TicketNumber number,
    Customer customer,
    String subject,
    Optional<ItemCode> item,
    TicketStatus status,
    Instant openedAt,
    Optional<Instant> closedAt,
    Optional<String> resolution,
    List<Part> parts,
    @Sensitive Money partsCost,
    Currency currency) {
  /** Stored in service.ticket with its parts; numbered ST-000001. */
  public static final DocumentKind<Ticket> KIND =
      DocumentKind.of(Ticket.class, "service", "ticket")
          .numbered("ST")
          .lines("parts", "service.part", "ticket_number")
          .searched("number", "customer", "customer.name", "subject", "item", "status")
          .inRegionOf(Party.KIND, "customer")
          .sorted("-openedAt")
          .steps(Ticket::status, Act.values())
          .build();

  private static final int SHARE_DECIMALS = 12;

  public Ticket {
    parts = List.copyOf(parts);
  }

  /** A part used; quantity and cost are above zero. */
  public record Part(
      int line, ItemCode item, String itemName, Quantity quantity, @Sensitive Money cost) {
    private Part costing(Money now) {
      return new Part(line, item, itemName, quantity, now);
    }
  }

  /** A ticket just opened. */
  public static Ticket opened(
      TicketNumber number,
      Customer customer,
      Request request,
      Instant openedAt,
      Currency currency) {
    return new Ticket(
        number,
        customer,
        request.subject(),
        request.item(),
        TicketStatus.OPEN,
        openedAt,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Money.zero(currency),
        currency);
  }

  /** What the customer asks for, and about which item. */
  public record Request(String subject, Optional<ItemCode> item) {
    public Request {
      new Problems()
          .require(!subject.isBlank(), "subject", subject, "what is wrong")
          .refuse("The subject cannot be used");
      subject = subject.strip();
    }
  }

  /** Passes when the act is possible in the state of the ticket. */
  public void require(Act act) {
    status.require(act, KIND.titled(number));
  }

  /**
   * The ticket with another subject or item, as when it was mistyped.
   *
   * @throws Refused as conflict when it is closed
   */
  public Ticket changed(Request request) {
    require(Act.CHANGE);
    return with(request, status, closedAt, resolution);
  }

  /**
   * The ticket opened again, as when the trouble came back; its parts and their cost stay.
   *
   * @throws Refused as conflict when it is open
   */
  public Ticket reopened() {
    require(Act.REOPEN);
    return with(new Request(subject, item), TicketStatus.OPEN, Optional.empty(), Optional.empty());
  }

  private Ticket with(
      Request request, TicketStatus now, Optional<Instant> closed, Optional<String> how) {
    return new Ticket(
        number,
        customer,
        request.subject(),
        request.item(),
        now,
        openedAt,
        closed,
        how,
        parts,
        partsCost,
        currency);
  }

  /** The line the next part gets. */
  public int nextLine() {
    return parts.size() + 1;
  }

  /**
   * The ticket after a part was used.
   *
   * @throws Refused as conflict when it is closed
   */
  public Ticket used(Part part) {
    require(Act.USE_PART);
    List<Part> all = new ArrayList<>(parts);
    all.add(part);
    return having(all, partsCost.plus(part.cost()));
  }

  /**
   * The ticket when parts of the item turned out to cost more, or less where {@code more} is below
   * 0, whatever its state: shared among them by quantity, the rest of a cent with the last.
   */
  public Ticket corrected(ItemCode changed, Money more) {
    List<Part> revalued = new ArrayList<>(parts);
    Money left = more;
    Quantity among = quantityOf(changed);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.item().equals(changed)) {
        Money share = left.times(part.quantity()).dividedBy(among, SHARE_DECIMALS).rounded();
        revalued.set(i, part.costing(part.cost().plus(share)));
        left = left.minus(share);
        among = among.minus(part.quantity());
      }
    }
    return having(revalued, partsCost.plus(more.minus(left)));
  }

  private Ticket having(List<Part> all, Money cost) {
    return new Ticket(
        number,
        customer,
        subject,
        item,
        status,
        openedAt,
        closedAt,
        resolution,
        all,
        cost,
        currency);
  }

  private Quantity quantityOf(ItemCode used) {
    return parts.stream()
        .filter(part -> part.item().equals(used))
        .map(Part::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * The ticket after the service was given.
   *
   * @throws Refused as conflict when it is closed, as invalid when it would close before it opened
   */
  public Ticket closed(Instant moment, Optional<String> how) {
    require(Act.CLOSE);
    new Problems()
        .require(
            !moment.isBefore(openedAt),
            "occurredAt",
            moment,
            "not before it was opened " + openedAt)
        .refuse("Ticket " + number + " cannot be closed");
    return with(
        new Request(subject, item),
        TicketStatus.CLOSED,
        Optional.of(moment),
        how.map(String::strip).filter(text -> !text.isEmpty()));
  }
}
