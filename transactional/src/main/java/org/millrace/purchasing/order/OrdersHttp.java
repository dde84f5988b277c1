package org.millrace.purchasing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.together.MadeTogether;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.confirmation.SupplierConfirmation;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Confirmation;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("purchaseOrdersHttp")
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/orders")
class OrdersHttp extends DocumentEndpoints<PurchaseOrder, PurchaseOrderNumber> {
  private final PlaceOrder place;
  private final Goods goods;
  private final BusinessTime time;

  OrdersHttp(
      Documents<PurchaseOrder> orders,
      DocumentHistory history,
      PlaceOrder place,
      Goods goods,
      BusinessTime time) {
    super(orders, history);
    this.place = place;
    this.goods = goods;
    this.time = time;
  }

  /** What is done about the goods of an order. */
  record Goods(ConfirmOrder confirm, ReceiveGoods receive, ReturnGoods back, WaiveBills waive) {}

  /**
   * What is ordered; prices in another currency than the company's name it, and the rate where it
   * is not the one of the day.
   */
  record Placing(
      PartyCode supplier,
      Optional<LocalDate> promisedDate,
      Optional<Demand> demand,
      List<NewPurchaseOrder.Line> lines,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt) {
    NewPurchaseOrder wanted() {
      return new NewPurchaseOrder(
          supplier,
          promisedDate,
          demand,
          lines,
          currency.map(asked -> new AskedCurrency(asked, rate)));
    }
  }

  /**
   * The order as it was meant; what it was placed for stays, and so do its currency and rate where
   * no currency is named.
   */
  record Wanting(
      PartyCode supplier,
      Optional<LocalDate> promisedDate,
      List<NewPurchaseOrder.Line> lines,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt) {
    NewPurchaseOrder wanted() {
      return new NewPurchaseOrder(
          supplier,
          promisedDate,
          Optional.empty(),
          lines,
          currency.map(asked -> new AskedCurrency(asked, rate)));
    }
  }

  /** What the supplier promised: a day for the lines that name none, and the lines. */
  record Confirming(
      Optional<LocalDate> promisedDate,
      Optional<String> supplierReference,
      Optional<String> reason,
      Optional<List<SupplierConfirmation.ToldLine>> lines,
      Optional<Instant> occurredAt) {
    SupplierConfirmation.Told told() {
      return new SupplierConfirmation.Told(
          promisedDate,
          supplierReference.map(text -> Code.checked("supplierReference", text, 60)),
          reason.map(text -> Code.checked("reason", text, 200)),
          lines.orElse(List.of()));
    }
  }

  record Receiving(
      Optional<LocationCode> location,
      Optional<List<ReceiveGoods.Line>> lines,
      Optional<ExchangeRate> rate,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {}

  record Returning(
      ReceivedGoods.Number receipt,
      Optional<List<ReceiveGoods.Line>> lines,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {}

  record Waiving(String reason, Optional<Instant> occurredAt, Optional<LocalDate> postingDate) {}

  record Cancelling(String reason, Optional<Instant> occurredAt) {}

  record Confirmed(DocumentAnswer<PurchaseOrder> order, SupplierConfirmation confirmation) {}

  record Received(DocumentAnswer<PurchaseOrder> order, Receipt receipt) {}

  @PostMapping
  @RequiresPermission("purchasing.order")
  @MadeTogether
  ResponseEntity<DocumentAnswer<PurchaseOrder>> place(
      @PathVariable CompanyCode company, @RequestBody Placing placing) {
    return created(
        Confirmation.by(
            placing.confirmed(),
            () -> place.place(company, placing.wanted(), time.occurredAt(placing.occurredAt()))));
  }

  @PutMapping("/{number}")
  @RequiresPermission("purchasing.order")
  ResponseEntity<DocumentAnswer<PurchaseOrder>> change(
      Versioned<PurchaseOrder> order, @RequestBody Wanting wanting) {
    return ok(
        Confirmation.by(
            wanting.confirmed(),
            () -> place.change(order, wanting.wanted(), time.occurredAt(wanting.occurredAt()))));
  }

  /** What the supplier promises of it now; what he promised before stays on record. */
  @PostMapping("/{number}/confirmations")
  @RequiresPermission("purchasing.order")
  ResponseEntity<Confirmed> confirm(
      Versioned<PurchaseOrder> order, @RequestBody Confirming confirming) {
    ConfirmOrder.Noted noted =
        goods.confirm().confirm(order, confirming.told(), time.occurredAt(confirming.occurredAt()));
    return Replies.created(
        new Confirmed(answer(noted.order()), noted.confirmation()), noted.order().version());
  }

  @PostMapping("/{number}/receipts")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<Received> receive(
      Versioned<PurchaseOrder> order, @RequestBody Receiving receiving) {
    ReceiveGoods.Booked booked =
        goods
            .receive()
            .receive(
                order,
                new ReceiveGoods.Arrived(
                    receiving.location(), receiving.lines().orElse(List.of()), receiving.rate()),
                time.happened(receiving.occurredAt(), receiving.postingDate()));
    return created(booked);
  }

  /** Goods go back to the supplier; those that are billed are claimed of him. */
  @PostMapping("/{number}/returns")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<Received> sendBack(
      Versioned<PurchaseOrder> order, @RequestBody Returning returning) {
    ReceiveGoods.Booked booked =
        goods
            .back()
            .send(
                order,
                new ReturnGoods.Wanted(returning.receipt(), returning.lines().orElse(List.of())),
                time.happened(returning.occurredAt(), returning.postingDate()));
    return created(booked);
  }

  private ResponseEntity<Received> created(ReceiveGoods.Booked booked) {
    return Replies.created(
        new Received(answer(booked.order()), booked.receipt()), booked.order().version());
  }

  /** No more bills are expected for goods that came. */
  @PostMapping("/{number}/waive-bills")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<PurchaseOrder>> waive(
      Versioned<PurchaseOrder> order, @RequestBody Waiving waiving) {
    String reason = Code.checked("reason", waiving.reason(), 200);
    return ok(
        goods
            .waive()
            .waive(order, reason, time.happened(waiving.occurredAt(), waiving.postingDate())));
  }

  /** Gives up what has not arrived. */
  @PostMapping("/{number}/cancel")
  @RequiresPermission("purchasing.order")
  ResponseEntity<DocumentAnswer<PurchaseOrder>> cancel(
      Versioned<PurchaseOrder> order, @RequestBody Cancelling cancelling) {
    String reason = Code.checked("reason", cancelling.reason(), 200);
    return ok(place.cancel(order, reason, time.occurredAt(cancelling.occurredAt())));
  }

  /** The verb of that stands with the invoices. */
  @Override
  protected Optional<String> permission(String act) {
    return act.equals("invoice") ? Optional.of("purchasing.invoice") : super.permission(act);
  }
}
