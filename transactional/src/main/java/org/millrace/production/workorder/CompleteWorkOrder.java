package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.production.CoProduct;
import org.millrace.production.Completion;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCompleted;
import org.millrace.production.WorkStatus.Act;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
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
  record Made(
      Optional<Quantity> quantity,
      Optional<LocationCode> location,
      Optional<ItemCode> item,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn) {
    /** So much of the product of the order. */
    Made(Optional<Quantity> quantity, Optional<LocationCode> location) {
      this(quantity, location, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** The order as it is now, and what was booked. */
  record Booked(Versioned<WorkOrder> order, Completion completion) {}

  Booked complete(Versioned<WorkOrder> before, Made made, Instant occurredAt) {
    CompanyCode company = before.company();
    WorkOrder order = before.document();
    if (made.item().filter(item -> !item.equals(order.item())).isPresent()) {
      return completeBeside(before, made, occurredAt);
    }
    Quantity quantity =
        made.quantity().orElseGet(() -> order.quantity().minus(order.completedQuantity()));
    order.requireCompletable(quantity);
    Money cost = order.costOf(quantity);
    LocalDate day = companies.dayOf(company, occurredAt);
    Completion completion = completion(company, day, quantity, cost);
    DocumentRef document = WorkOrder.KIND.ref(order.number());
    GoodsMove move = move(order, made, order.item(), completion, occurredAt);
    stock.move(company, List.of(move.fulfilling(document, GoodsMove.OthersGoods.LEFT)));
    Versioned<WorkOrder> now = orders.named(company, order.number());
    Versioned<WorkOrder> after =
        orders.change(
            now,
            now.document().completed(quantity, cost),
            occurredAt,
            (head, changed) -> new WorkOrderCompleted(head, changed, completion));
    return new Booked(after, completion);
  }

  private Completion completion(CompanyCode company, LocalDate day, Quantity quantity, Money cost) {
    return new Completion(
        numbers.take(company, Completion.KIND, day, 1).get(0),
        day,
        quantity,
        cost.dividedBy(quantity, COST_DECIMALS),
        cost);
  }

  private static GoodsMove move(
      WorkOrder order, Made made, ItemCode item, Completion completion, Instant occurredAt) {
    return new GoodsMove(
        MoveReason.COMPLETION,
        WorkOrder.KIND.ref(order.number()),
        occurredAt,
        List.of(
            new GoodsMove.Line(
                    item,
                    made.location().orElse(LocationCode.MAIN),
                    completion.quantity(),
                    Optional.of(completion.unitCost()))
                .of(made.lot())
                .expiring(made.expiresOn())));
  }

  /** Takes in a co-product. */
  private Booked completeBeside(Versioned<WorkOrder> before, Made made, Instant occurredAt) {
    WorkOrder order = before.document();
    order.require(Act.COMPLETE);
    ItemCode item = made.item().orElseThrow();
    Optional<CoProduct> found = order.coProduct(item);
    Quantity quantity =
        made.quantity()
            .or(() -> found.map(each -> each.quantity().minus(each.completedQuantity())))
            .orElse(Quantity.ZERO);
    new Problems()
        .require(found.isPresent(), "item", item, order.item() + " or a co-product of the order")
        .require(quantity.isPositive(), "quantity", quantity, "more than 0")
        .refuse("Work order " + order.number() + " cannot be completed");
    CoProduct coProduct = found.orElseThrow();
    Money cost = order.costOf(coProduct, quantity);
    Completion completion =
        completion(before.company(), companies.dayOf(before.company(), occurredAt), quantity, cost);
    stock.move(before.company(), List.of(move(order, made, item, completion, occurredAt)));
    Versioned<WorkOrder> now = orders.named(before.company(), order.number());
    Versioned<WorkOrder> after =
        orders.change(
            now,
            now.document().completed(coProduct, quantity, cost),
            occurredAt,
            (head, changed) -> new WorkOrderCompleted(head, changed, completion));
    return new Booked(after, completion);
  }
}
