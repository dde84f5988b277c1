package org.millrace.service.ticket;

import java.util.List;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.service.PartsCostCorrected;
import org.millrace.service.Ticket;
import org.millrace.service.TicketNumber;
import org.millrace.shared.DocumentRef;
import org.millrace.stock.GoodsMoved;

/** Tells a ticket, open or closed, what its parts turned out to cost. */
final class WhenPartsRevalued implements EventHandler<GoodsMoved> {
  private final Documents<Ticket> tickets;

  WhenPartsRevalued(Documents<Ticket> tickets) {
    this.tickets = tickets;
  }

  @Override
  public Class<GoodsMoved> type() {
    return GoodsMoved.class;
  }

  @Override
  public void handle(List<Recorded<GoodsMoved>> recorded) {
    recorded.stream()
        .map(Recorded::event)
        .filter(moved -> moved.isCorrection() && isOfTicket(moved.document()))
        .forEach(this::correct);
  }

  private static boolean isOfTicket(DocumentRef document) {
    return Ticket.KIND.name().equals(document.domain() + "/" + document.type());
  }

  private void correct(GoodsMoved moved) {
    TicketNumber number = new TicketNumber(moved.document().number());
    Versioned<Ticket> before = tickets.lock(moved.head().company(), List.of(number)).get(0);
    Ticket after = before.document();
    for (GoodsMoved.Line line : moved.lines()) {
      after = after.corrected(line.item(), line.value().negated());
    }
    List<Ticket.Part> changed =
        after.parts().stream().filter(part -> !before.document().parts().contains(part)).toList();
    tickets.change(
        before,
        after,
        moved.head().occurredAt(),
        (head, now) -> new PartsCostCorrected(head, now, changed));
  }
}
