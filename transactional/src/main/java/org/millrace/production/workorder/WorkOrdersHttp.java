package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.production.Completion;
import org.millrace.production.Consumption;
import org.millrace.production.Demand;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
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
  private final ReleaseWorkOrder release;
  private final ConsumeMaterials consume;
  private final CompleteWorkOrder complete;
  private final BusinessTime time;

  WorkOrdersHttp(
      Documents<WorkOrder> orders,
      DocumentHistory history,
      ReleaseWorkOrder release,
      ConsumeMaterials consume,
      CompleteWorkOrder complete,
      BusinessTime time) {
    super(orders, history);
    this.release = release;
    this.consume = consume;
    this.complete = complete;
    this.time = time;
  }

  record Releasing(
      ItemCode item,
      Quantity quantity,
      Optional<LocalDate> dueDate,
      Optional<Integer> leadTimeDays,
      Optional<Demand> demand,
      Optional<Instant> occurredAt) {}

  /** The order as it was meant; what it was released for stays. */
  record Changing(
      ItemCode item,
      Quantity quantity,
      Optional<LocalDate> dueDate,
      Optional<Integer> leadTimeDays,
      Optional<Instant> occurredAt) {}

  record Cancelling(String reason, Optional<Instant> occurredAt) {}

  record Consuming(
      Optional<LocationCode> location,
      Optional<List<ConsumeMaterials.Line>> lines,
      Optional<Instant> occurredAt,
      Optional<GoodsMove.OthersGoods> othersGoods) {}

  record Completing(
      Optional<Quantity> quantity, Optional<LocationCode> location, Optional<Instant> occurredAt) {}

  record Consumed(DocumentAnswer<WorkOrder> workOrder, Consumption consumption) {}

  record Completed(DocumentAnswer<WorkOrder> workOrder, Completion completion) {}

  @PostMapping
  @RequiresPermission("production.write")
  ResponseEntity<DocumentAnswer<WorkOrder>> release(
      @PathVariable CompanyCode company, @RequestBody Releasing releasing) {
    return created(
        release.release(
            company,
            new Production.Wanted(
                releasing.item(),
                releasing.quantity(),
                releasing.dueDate(),
                releasing.leadTimeDays(),
                releasing.demand()),
            time.occurredAt(releasing.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("production.write")
  ResponseEntity<DocumentAnswer<WorkOrder>> change(
      Versioned<WorkOrder> order, @RequestBody Changing changing) {
    return ok(
        release.change(
            order,
            new Production.Wanted(
                changing.item(),
                changing.quantity(),
                changing.dueDate(),
                changing.leadTimeDays(),
                Optional.empty()),
            time.occurredAt(changing.occurredAt())));
  }

  /** Gives up a work order that took no materials. */
  @PostMapping("/{number}/cancel")
  @RequiresPermission("production.write")
  ResponseEntity<DocumentAnswer<WorkOrder>> cancel(
      Versioned<WorkOrder> order, @RequestBody Cancelling cancelling) {
    String reason = Code.checked("reason", cancelling.reason(), 200);
    return ok(release.cancel(order, reason, time.occurredAt(cancelling.occurredAt())));
  }

  @PostMapping("/{number}/consumptions")
  @RequiresPermission("production.write")
  ResponseEntity<Consumed> consume(Versioned<WorkOrder> order, @RequestBody Consuming consuming) {
    ConsumeMaterials.Booked booked =
        consume.consume(
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
        complete.complete(
            order,
            new CompleteWorkOrder.Made(completing.quantity(), completing.location()),
            time.occurredAt(completing.occurredAt()));
    return Replies.created(
        new Completed(answer(booked.order()), booked.completion()), booked.order().version());
  }
}
