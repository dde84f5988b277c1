package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.GoodsMove;
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

@RestController("salesOrdersHttp")
@RequestMapping("/api/companies/{company}/sales/orders")
class OrdersHttp {
  private static final int DAYS_TO_PAY = 30;

  private final PlaceOrders placeOrders;
  private final DeliverOrders deliverOrders;
  private final InvoiceOrders invoiceOrders;
  private final CancelOrders cancelOrders;
  private final Orders orders;
  private final BusinessTime time;

  OrdersHttp(
      PlaceOrders placeOrders,
      DeliverOrders deliverOrders,
      InvoiceOrders invoiceOrders,
      CancelOrders cancelOrders,
      Orders orders,
      BusinessTime time) {
    this.placeOrders = placeOrders;
    this.deliverOrders = deliverOrders;
    this.invoiceOrders = invoiceOrders;
    this.cancelOrders = cancelOrders;
    this.orders = orders;
    this.time = time;
  }

  /** What is ordered, and the day on which the customer wants it. */
  record OrderAsked(
      PartyCode customer,
      Optional<Instant> occurredAt,
      Optional<LocalDate> requestedDate,
      List<NewInvoice.Line> lines) {}

  /**
   * What is delivered, by line; all that is left when no line is named. Goods reserved for others
   * are left to them unless it says to take them.
   */
  record DeliveryAsked(
      Optional<List<DeliveryLine>> lines,
      Optional<Instant> occurredAt,
      Optional<GoodsMove.OthersGoods> othersGoods) {}

  /** How much of a line of the order. */
  record DeliveryLine(int line, Quantity quantity) {}

  /** When, and until when the customer pays. */
  record InvoiceAsked(Optional<Instant> occurredAt, Optional<Integer> daysToPay) {}

  /** When. */
  record CancelAsked(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sales.write")
  ResponseEntity<SalesOrder> place(
      @PathVariable CompanyCode company, @RequestBody OrderAsked asked) {
    NewOrder order =
        new NewOrder(
            asked.customer(),
            time.occurredAt(asked.occurredAt()),
            asked.lines(),
            Optional.empty(),
            asked.requestedDate());
    KeptOrder placed = placeOrders.place(company, List.of(order)).get(0);
    return Replies.created(placed.order(), placed.version());
  }

  @PostMapping("/{number}/deliveries")
  @RequiresPermission("sales.deliver")
  ResponseEntity<OrderDelivered> deliver(
      @PathVariable CompanyCode company,
      @PathVariable OrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody DeliveryAsked asked) {
    Map<Integer, Quantity> quantities =
        asked.lines().orElse(List.of()).stream()
            .collect(Collectors.toMap(DeliveryLine::line, DeliveryLine::quantity, Quantity::plus));
    KeptOrder held = orders.held(company, number, expected);
    var wanted =
        new DeliverOrders.Wanted(
            held,
            quantities,
            time.occurredAt(asked.occurredAt()),
            asked.othersGoods().orElse(GoodsMove.OthersGoods.LEFT));
    OrderDelivered delivered = deliverOrders.deliver(company, List.of(wanted)).get(0);
    return Replies.created(delivered, new Version(delivered.head().aggregateVersion()));
  }

  /** The invoice; its ETag is the invoice's version. */
  @PostMapping("/{number}/invoices")
  @RequiresPermission("sales.invoice")
  ResponseEntity<Invoice> invoice(
      @PathVariable CompanyCode company,
      @PathVariable OrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody InvoiceAsked asked) {
    KeptOrder held = orders.held(company, number, expected);
    Invoice invoice =
        invoiceOrders
            .invoice(
                company,
                List.of(held),
                time.occurredAt(asked.occurredAt()),
                asked.daysToPay().orElse(DAYS_TO_PAY))
            .get(0);
    return Replies.created(invoice, new Version(1));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sales.write")
  ResponseEntity<SalesOrder> cancel(
      @PathVariable CompanyCode company,
      @PathVariable OrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody CancelAsked asked) {
    KeptOrder held = orders.held(company, number, expected);
    KeptOrder cancelled =
        cancelOrders.cancel(company, List.of(held), time.occurredAt(asked.occurredAt())).get(0);
    return Replies.ok(cancelled.order(), cancelled.version());
  }

  @GetMapping
  @RequiresPermission("sales.read")
  Page<KeptOrder> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return orders.list(company, new PageRequest(search, page));
  }

  @GetMapping("/{number}")
  @RequiresPermission("sales.read")
  ResponseEntity<SalesOrder> one(
      @PathVariable CompanyCode company, @PathVariable OrderNumber number) {
    KeptOrder kept = orders.named(company, number);
    return Replies.ok(kept.order(), kept.version());
  }
}
