package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Receipt;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
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

@RestController("purchaseOrdersHttp")
@RequestMapping("/api/companies/{company}/purchasing/orders")
class OrdersHttp {
  private final Orders orders;
  private final PlaceOrder place;
  private final ReceiveGoods receive;
  private final CancelOrder cancel;
  private final BusinessTime time;

  OrdersHttp(
      Orders orders,
      PlaceOrder place,
      ReceiveGoods receive,
      CancelOrder cancel,
      BusinessTime time) {
    this.orders = orders;
    this.place = place;
    this.receive = receive;
    this.cancel = cancel;
    this.time = time;
  }

  record Placing(
      PartyCode supplier,
      Optional<LocalDate> promisedDate,
      Optional<Demand> demand,
      List<NewPurchaseOrder.Line> lines,
      Optional<Instant> occurredAt) {}

  record Receiving(
      Optional<LocationCode> location,
      Optional<List<ReceiveGoods.Line>> lines,
      Optional<Instant> occurredAt) {}

  record Cancelling(String reason, Optional<Instant> occurredAt) {}

  record Received(PurchaseOrder order, Receipt receipt) {}

  @PostMapping
  @RequiresPermission("purchasing.order")
  ResponseEntity<PurchaseOrder> place(
      @PathVariable CompanyCode company, @RequestBody Placing placing) {
    KeptOrder placed =
        place.placed(
            company,
            new NewPurchaseOrder(
                placing.supplier(), placing.promisedDate(), placing.demand(), placing.lines()),
            time.occurredAt(placing.occurredAt()));
    return Replies.created(placed.order(), placed.version());
  }

  @PostMapping("/{number}/receipts")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<Received> receive(
      @PathVariable CompanyCode company,
      @PathVariable PurchaseOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Receiving receiving) {
    ReceiveGoods.Booked booked =
        receive.received(
            orders.named(company, number, expected),
            new ReceiveGoods.Arrived(receiving.location(), receiving.lines().orElse(List.of())),
            time.occurredAt(receiving.occurredAt()));
    return Replies.created(
        new Received(booked.kept().order(), booked.receipt()), booked.kept().version());
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("purchasing.order")
  ResponseEntity<PurchaseOrder> cancel(
      @PathVariable CompanyCode company,
      @PathVariable PurchaseOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Cancelling cancelling) {
    KeptOrder cancelled =
        cancel.cancelled(
            orders.named(company, number, expected),
            cancelling.reason(),
            time.occurredAt(cancelling.occurredAt()));
    return Replies.ok(cancelled.order(), cancelled.version());
  }

  @GetMapping("/{number}")
  @RequiresPermission("purchasing.read")
  ResponseEntity<PurchaseOrder> order(
      @PathVariable CompanyCode company, @PathVariable PurchaseOrderNumber number) {
    KeptOrder kept = orders.named(company, number);
    return Replies.ok(kept.order(), kept.version());
  }

  @GetMapping
  @RequiresPermission("purchasing.read")
  Page<PurchaseOrder> page(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return orders.page(company, new PageRequest(search, page));
  }
}
