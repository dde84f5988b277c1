package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.party.Companies;
import org.millrace.production.Completion;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCompleted;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
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
  private final Documents<WorkOrder> orders;
  private final DocumentNumbers numbers;
  private final Stock stock;

  CompleteWorkOrder(
      Companies companies, Documents<WorkOrder> orders, DocumentNumbers numbers, Stock stock) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.stock = stock;
  }

  /** How much was made and where it lies; by default all that is left to make, in MAIN. */
  record Made(Optional<Quantity> quantity, Optional<LocationCode> location) {}

  /** The order as it is now, and what was booked. */
  record Booked(Versioned<WorkOrder> order, Completion completion) {}

  Booked complete(Versioned<WorkOrder> before, Made made, Instant occurredAt) {
    CompanyCode company = before.company();
    WorkOrder order = before.document();
    Quantity quantity =
        made.quantity().orElseGet(() -> order.quantity().minus(order.completedQuantity()));
    order.requireCompletable(quantity);
    Money cost = order.costOf(quantity);
    LocalDate day = companies.dayOf(company, occurredAt);
    Completion completion =
        new Completion(
            numbers.take(company, Completion.KIND, day, 1).get(0),
            day,
            quantity,
            cost.dividedBy(quantity, COST_DECIMALS),
            cost);
    DocumentRef document = WorkOrder.KIND.ref(order.number());
    stock.move(
        company,
        List.of(
            new GoodsMove(
                    MoveReason.COMPLETION,
                    document,
                    occurredAt,
                    List.of(
                        new GoodsMove.Line(
                            order.item(),
                            made.location().orElse(LocationCode.MAIN),
                            quantity,
                            Optional.of(completion.unitCost()))))
                .fulfilling(document, GoodsMove.OthersGoods.LEFT)));
    Versioned<WorkOrder> now = orders.named(company, order.number());
    Versioned<WorkOrder> after =
        orders.change(
            now,
            now.document().completed(quantity, cost),
            occurredAt,
            (head, changed) -> new WorkOrderCompleted(head, changed, completion));
    return new Booked(after, completion);
  }
}
