package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.production.Completion;
import org.millrace.production.Consumption;
import org.millrace.production.Demand;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
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
@RequestMapping("/api/companies/{company}/production/work-orders")
class WorkOrdersHttp {
  private final WorkOrders orders;
  private final ReleaseWorkOrder release;
  private final ConsumeMaterials consume;
  private final CompleteWorkOrder complete;
  private final BusinessTime time;

  WorkOrdersHttp(
      WorkOrders orders,
      ReleaseWorkOrder release,
      ConsumeMaterials consume,
      CompleteWorkOrder complete,
      BusinessTime time) {
    this.orders = orders;
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

  record Consuming(
      Optional<LocationCode> location,
      Optional<List<ConsumeMaterials.Line>> lines,
      Optional<Instant> occurredAt,
      Optional<GoodsMove.OthersGoods> othersGoods) {}

  record Completing(
      Optional<Quantity> quantity, Optional<LocationCode> location, Optional<Instant> occurredAt) {}

  record Consumed(WorkOrder workOrder, Consumption consumption) {}

  record Completed(WorkOrder workOrder, Completion completion) {}

  @PostMapping
  @RequiresPermission("production.write")
  ResponseEntity<WorkOrder> release(
      @PathVariable CompanyCode company, @RequestBody Releasing releasing) {
    KeptWorkOrder released =
        release.released(
            company,
            new Production.Wanted(
                releasing.item(),
                releasing.quantity(),
                releasing.dueDate(),
                releasing.leadTimeDays(),
                releasing.demand()),
            time.occurredAt(releasing.occurredAt()));
    return Replies.created(released.order(), released.version());
  }

  @PostMapping("/{number}/consumptions")
  @RequiresPermission("production.write")
  ResponseEntity<Consumed> consume(
      @PathVariable CompanyCode company,
      @PathVariable WorkOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Consuming consuming) {
    ConsumeMaterials.Booked booked =
        consume.consumed(
            orders.named(company, number, expected),
            new ConsumeMaterials.Taken(
                consuming.location(),
                consuming.lines().orElse(List.of()),
                consuming.othersGoods().orElse(GoodsMove.OthersGoods.LEFT)),
            time.occurredAt(consuming.occurredAt()));
    return Replies.created(
        new Consumed(booked.kept().order(), booked.consumption()), booked.kept().version());
  }

  @PostMapping("/{number}/completions")
  @RequiresPermission("production.write")
  ResponseEntity<Completed> complete(
      @PathVariable CompanyCode company,
      @PathVariable WorkOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Completing completing) {
    CompleteWorkOrder.Booked booked =
        complete.completed(
            orders.named(company, number, expected),
            new CompleteWorkOrder.Made(completing.quantity(), completing.location()),
            time.occurredAt(completing.occurredAt()));
    return Replies.created(
        new Completed(booked.kept().order(), booked.completion()), booked.kept().version());
  }

  @GetMapping("/{number}")
  @RequiresPermission("production.read")
  ResponseEntity<WorkOrder> workOrder(
      @PathVariable CompanyCode company, @PathVariable WorkOrderNumber number) {
    KeptWorkOrder kept = orders.named(company, number);
    return Replies.ok(kept.order(), kept.version());
  }

  @GetMapping
  @RequiresPermission("production.read")
  Page<WorkOrder> page(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return orders.page(company, new PageRequest(search, page));
  }
}
