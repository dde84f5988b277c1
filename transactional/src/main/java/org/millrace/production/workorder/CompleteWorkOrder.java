package org.millrace.production.workorder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.production.Completion;
import org.millrace.production.WorkOrderCompleted;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Takes finished goods of a work order into stock, at the cost of the materials they took. */
final class CompleteWorkOrder {
  private static final int COST_DECIMALS = 8;

  private final Companies companies;
  private final WorkOrders orders;
  private final Stock stock;
  private final Events events;

  CompleteWorkOrder(Companies companies, WorkOrders orders, Stock stock, Events events) {
    this.companies = companies;
    this.orders = orders;
    this.stock = stock;
    this.events = events;
  }

  /** How much was made and where it lies; by default all that is left to make, in MAIN. */
  record Made(Optional<Quantity> quantity, Optional<LocationCode> location) {}

  /** The order as it is now, and what was booked. */
  record Booked(KeptWorkOrder kept, Completion completion) {}

  Booked completed(KeptWorkOrder kept, Made made, Instant occurredAt) {
    Quantity quantity =
        made.quantity()
            .orElseGet(() -> kept.order().quantity().minus(kept.order().completedQuantity()));
    kept.order().requireCompletable(quantity);
    Money cost = kept.order().costOf(quantity);
    Completion completion =
        new Completion(
            orders.nextCompletionNumber(),
            companies.dayOf(kept.company(), occurredAt),
            quantity,
            cost.dividedBy(quantity, COST_DECIMALS),
            cost);
    stock.move(
        kept.company(),
        List.of(
            new GoodsMove(
                    MoveReason.COMPLETION,
                    kept.document(),
                    occurredAt,
                    List.of(
                        new GoodsMove.Line(
                            kept.order().item(),
                            made.location().orElse(LocationCode.MAIN),
                            quantity,
                            Optional.of(completion.unitCost()))))
                .fulfilling(kept.document(), GoodsMove.OthersGoods.LEFT)));
    KeptWorkOrder now = orders.named(kept.company(), kept.order().number());
    KeptWorkOrder next = now.next(now.order().completed(quantity, cost));
    orders.change(next);
    events.publish(
        List.of(new WorkOrderCompleted(next.head(occurredAt), next.order(), completion)));
    return new Booked(next, completion);
  }
}
