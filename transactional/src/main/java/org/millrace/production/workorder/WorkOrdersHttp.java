package org.millrace.production.workorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.production.Completion;
import org.millrace.production.Consumption;
import org.millrace.production.CostPosting;
import org.millrace.production.Demand;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
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
@RequiresPermission("production.read")
@RequestMapping("/api/companies/{company}/production/work-orders")
class WorkOrdersHttp extends DocumentEndpoints<WorkOrder, WorkOrderNumber> {
  private final WorkOrderActs acts;
  private final BusinessTime time;

  WorkOrdersHttp(
      Documents<WorkOrder> orders, DocumentHistory history, WorkOrderActs acts, BusinessTime time) {
    super(orders, history);
    this.acts = acts;
    this.time = time;
  }

  record Releasing(
      ItemCode item,
      Quantity quantity,
      Optional<LocalDate> dueDate,
      Optional<Integer> leadTimeDays,
      Optional<Demand> demand,
      @Amount Optional<BigDecimal> plannedUnitCost,
      @Amount Optional<BigDecimal> salesPrice,
      Optional<List<Production.CoProductWanted>> coProducts,
      Optional<Instant> occurredAt) {
    private Production.Yield expectedYield() {
      return new Production.Yield(plannedUnitCost, salesPrice, coProducts.orElse(List.of()));
    }
  }

  /** The order as it was meant; what it was released for stays. */
  record Changing(
      ItemCode item,
      Quantity quantity,
      Optional<LocalDate> dueDate,
      Optional<Integer> leadTimeDays,
      Optional<Instant> occurredAt) {}

  /** What comes back of the materials of an order that took some; the rest is an expense. */
  record Cancelling(
      String reason,
      Optional<List<ReturnMaterials.Line>> returned,
      Optional<LocationCode> location,
      Optional<Instant> occurredAt) {}

  record Returning(
      Optional<LocationCode> location,
      List<ReturnMaterials.Line> lines,
      Optional<Instant> occurredAt) {}

  /** Labour or overhead: an amount, or hours at a rate by hour. */
  record Costing(
      CostPosting.Kind kind,
      @Amount Optional<BigDecimal> amount,
      Optional<BigDecimal> hours,
      Optional<BigDecimal> rate,
      Optional<String> note,
      Optional<Instant> occurredAt) {}

  /** Pieces that were spoilt: scrap as usual, or a loss beyond that. */
  record Scrapping(
      Quantity quantity,
      Optional<CostPosting.Kind> kind,
      Optional<String> note,
      Optional<Instant> occurredAt) {}

  record Closing(Optional<Instant> occurredAt) {}

  /** How many are taken apart, and of which lots their materials were where lots are kept. */
  record Disassembling(
      Quantity quantity,
      Optional<LocationCode> location,
      Optional<LotCode> lot,
      Optional<List<MaterialLot>> lines,
      Optional<Instant> occurredAt) {}

  /** The lot of which a material comes back. */
  record MaterialLot(ItemCode item, LotCode lot) {}

  record Consuming(
      Optional<LocationCode> location,
      Optional<List<ConsumeMaterials.Line>> lines,
      Optional<Instant> occurredAt,
      Optional<GoodsMove.OthersGoods> othersGoods) {}

  record Completing(
      Optional<Quantity> quantity,
      Optional<LocationCode> location,
      Optional<ItemCode> item,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn,
      Optional<Instant> occurredAt) {}

  record Costed(DocumentAnswer<WorkOrder> workOrder, CostPosting posting) {}

  record TakenApart(DocumentAnswer<WorkOrder> workOrder, ReturnMaterials.Disassembly disassembly) {}

  record Consumed(DocumentAnswer<WorkOrder> workOrder, Consumption consumption) {}

  record Completed(DocumentAnswer<WorkOrder> workOrder, Completion completion) {}

  @PostMapping
  @RequiresPermission("production.write")
  ResponseEntity<DocumentAnswer<WorkOrder>> release(
      @PathVariable CompanyCode company, @RequestBody Releasing releasing) {
    return created(
        acts.release()
            .release(
                company,
                new Production.Wanted(
                    releasing.item(),
                    releasing.quantity(),
                    releasing.dueDate(),
                    releasing.leadTimeDays(),
                    releasing.demand(),
                    releasing.expectedYield()),
                time.occurredAt(releasing.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("production.write")
  ResponseEntity<DocumentAnswer<WorkOrder>> change(
      Versioned<WorkOrder> order, @RequestBody Changing changing) {
    return ok(
        acts.release()
            .change(
                order,
                new Production.Wanted(
                    changing.item(),
                    changing.quantity(),
                    changing.dueDate(),
                    changing.leadTimeDays(),
                    Optional.empty()),
                time.occurredAt(changing.occurredAt())));
  }

  /** Gives up a work order; one that took materials says what of them comes back. */
  @PostMapping("/{number}/cancel")
  @RequiresPermission("production.write")
  ResponseEntity<DocumentAnswer<WorkOrder>> cancel(
      Versioned<WorkOrder> order, @RequestBody Cancelling cancelling) {
    String reason = Code.checked("reason", cancelling.reason(), 200);
    Instant occurredAt = time.occurredAt(cancelling.occurredAt());
    if (cancelling.returned().isEmpty()) {
      return ok(acts.release().cancel(order, reason, occurredAt));
    }
    ReturnMaterials.Returned returned =
        new ReturnMaterials.Returned(cancelling.location(), cancelling.returned().get());
    return ok(acts.back().cancel(order, returned, reason, occurredAt));
  }

  @PostMapping("/{number}/consumptions")
  @RequiresPermission("production.write")
  ResponseEntity<Consumed> consume(Versioned<WorkOrder> order, @RequestBody Consuming consuming) {
    ConsumeMaterials.Booked booked =
        acts.consume()
            .consume(
                order,
                new ConsumeMaterials.Taken(
                    consuming.location(),
                    consuming.lines().orElse(List.of()),
                    consuming.othersGoods().orElse(GoodsMove.OthersGoods.LEFT)),
                time.occurredAt(consuming.occurredAt()));
    return Replies.created(
        new Consumed(answer(booked.order()), booked.consumption()), booked.order().version());
  }

  @PostMapping("/{number}/completions")
  @RequiresPermission("production.write")
  ResponseEntity<Completed> complete(
      Versioned<WorkOrder> order, @RequestBody Completing completing) {
    CompleteWorkOrder.Booked booked =
        acts.complete()
            .complete(
                order,
                new CompleteWorkOrder.Made(
                    completing.quantity(),
                    completing.location(),
                    completing.item(),
                    completing.lot(),
                    completing.expiresOn()),
                time.occurredAt(completing.occurredAt()));
    return Replies.created(
        new Completed(answer(booked.order()), booked.completion()), booked.order().version());
  }

  /** Materials come back to stock at what they cost. */
  @PostMapping("/{number}/returns")
  @RequiresPermission("production.write")
  ResponseEntity<Costed> giveBack(Versioned<WorkOrder> order, @RequestBody Returning returning) {
    return costed(
        acts.back()
            .giveBack(
                order,
                new ReturnMaterials.Returned(returning.location(), returning.lines()),
                time.occurredAt(returning.occurredAt())));
  }

  @PostMapping("/{number}/costs")
  @RequiresPermission("production.write")
  ResponseEntity<Costed> cost(Versioned<WorkOrder> order, @RequestBody Costing costing) {
    return costed(
        acts.costs()
            .add(
                order,
                new BookCosts.Added(
                    costing.kind(),
                    costing.amount(),
                    costing.hours(),
                    costing.rate(),
                    costing.note()),
                time.occurredAt(costing.occurredAt())));
  }

  @PostMapping("/{number}/scrap")
  @RequiresPermission("production.write")
  ResponseEntity<Costed> scrap(Versioned<WorkOrder> order, @RequestBody Scrapping scrapping) {
    return costed(
        acts.costs()
            .scrap(
                order,
                new BookCosts.Spoilt(
                    scrapping.quantity(),
                    scrapping.kind().orElse(CostPosting.Kind.SCRAP),
                    scrapping.note()),
                time.occurredAt(scrapping.occurredAt())));
  }

  /** The goods carry what the order cost; nothing more is booked on it. */
  @PostMapping("/{number}/close")
  @RequiresPermission("production.write")
  ResponseEntity<Costed> close(Versioned<WorkOrder> order, @RequestBody Closing closing) {
    return costed(acts.costs().close(order, time.occurredAt(closing.occurredAt())));
  }

  /** Goods are taken apart: their materials come back to stock. */
  @PostMapping("/{number}/disassemblies")
  @RequiresPermission("production.write")
  ResponseEntity<TakenApart> takeApart(
      Versioned<WorkOrder> order, @RequestBody Disassembling disassembling) {
    ReturnMaterials.Disassembly done =
        acts.back()
            .takeApart(
                order,
                new ReturnMaterials.Apart(
                    disassembling.quantity(),
                    disassembling.location().orElse(LocationCode.MAIN),
                    disassembling.lot(),
                    disassembling.lines().orElse(List.of()).stream()
                        .collect(
                            Collectors.toMap(
                                MaterialLot::item, MaterialLot::lot, (one, other) -> other))),
                time.occurredAt(disassembling.occurredAt()));
    return Replies.created(new TakenApart(answer(order), done), order.version());
  }

  private ResponseEntity<Costed> costed(BookCosts.Booked booked) {
    return Replies.created(
        new Costed(answer(booked.order()), booked.posting()), booked.order().version());
  }
}
