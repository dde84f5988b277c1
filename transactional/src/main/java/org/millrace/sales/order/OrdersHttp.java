package org.millrace.sales.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.together.MadeTogether;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.prepayment.PrepayOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.LotShares;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxTerms;
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

@RestController("salesOrdersHttp")
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/orders")
class OrdersHttp extends DocumentEndpoints<SalesOrder, OrderNumber> {
  private final Acts acts;
  private final BusinessTime time;

  /** What is done at the address of orders. */
  record Acts(PlaceOrder place, DeliverOrder deliver, InvoiceOrder invoice, PrepayOrder prepay) {}

  OrdersHttp(Documents<SalesOrder> orders, DocumentHistory history, Acts acts, BusinessTime time) {
    super(orders, history);
    this.acts = acts;
    this.time = time;
  }

  /**
   * What is ordered, the day on which the customer wants it, and the location that it leaves from.
   * The priority is that of the customer unless one is named. Prices are in the currency that is
   * named, else in the customer's, else in the company's, at the rate of the day unless one is
   * named. The discount in percent is of the whole, after those of the lines.
   */
  record OrderAsked(
      PartyCode customer,
      Optional<Instant> occurredAt,
      Optional<LocalDate> requestedDate,
      Optional<DispatchPriority> priority,
      Optional<LocationCode> location,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<BigDecimal> documentDiscountPercent,
      List<AskedLine> lines) {
    PlaceOrder.Asked wanted() {
      return new PlaceOrder.Asked(
          lines,
          new AgreedCurrency.Asked(currency, rate),
          Optional.empty(),
          requestedDate,
          priority,
          location,
          documentDiscountPercent);
    }
  }

  /**
   * What is delivered, by line; all that is left when no line is named. Goods reserved for others
   * are left to them unless it says to take them.
   */
  record DeliveryAsked(
      Optional<List<DeliveryLine>> lines,
      Optional<LocationCode> location,
      Optional<Instant> occurredAt,
      Optional<GoodsMove.OthersGoods> othersGoods,
      Optional<LocalDate> postingDate) {
    DeliverOrder.Wanted wanted() {
      return new DeliverOrder.Wanted(
          lines.orElse(List.of()).stream()
              .collect(
                  Collectors.toMap(DeliveryLine::line, DeliveryLine::quantity, Quantity::plus)),
          lots(),
          location,
          othersGoods.orElse(GoodsMove.OthersGoods.LEFT),
          postingDate);
    }

    private LotShares lots() {
      return LotShares.of(
          lines.orElse(List.of()),
          DeliveryLine::line,
          line -> new LotShares.Share(line.quantity(), line.lot()));
    }
  }

  /**
   * How much of a line of the order, and of which lot where lots are kept; a line that is named
   * several times is of several lots.
   */
  record DeliveryLine(int line, Quantity quantity, Optional<LotCode> lot) {}

  /**
   * When, until when the customer pays, and what he may keep. A discount that is named is taken off
   * beside the one that the order has in percent.
   */
  record InvoiceAsked(
      Optional<Instant> occurredAt,
      Optional<Integer> daysToPay,
      Optional<Boolean> pricesInclude,
      @Amount(in = "foreign.currency") Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment) {}

  /**
   * How much is to be prepaid, with the tax: an amount, or a percentage of what is still to be
   * invoiced. Its tax code, where not those of the lines; its tax is owed with the money, unless
   * the tax point says with the invoice.
   */
  record PrepaymentAsked(
      @Amount(in = "foreign.currency") Optional<BigDecimal> amount,
      Optional<BigDecimal> percent,
      Optional<TaxCodeName> taxCode,
      Optional<TaxPoint> taxPoint,
      Optional<Integer> daysToPay,
      Optional<Instant> occurredAt) {}

  /** When. */
  record CancelAsked(Optional<Instant> occurredAt) {}

  /**
   * The day for which all that is left is promised; as soon as it can be had when none is named.
   */
  record PromiseAsked(Optional<LocalDate> promisedDate, Optional<Instant> occurredAt) {}

  /** The day on which the customer wants the goods now, or another priority, or both. */
  record RescheduleAsked(
      Optional<LocalDate> requestedDate,
      Optional<DispatchPriority> priority,
      Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sales.write")
  @MadeTogether
  ResponseEntity<DocumentAnswer<SalesOrder>> place(
      @PathVariable CompanyCode company, @RequestBody OrderAsked asked) {
    return created(
        acts.place()
            .place(company, asked.customer(), asked.wanted(), time.occurredAt(asked.occurredAt())));
  }

  /** Changes what is not delivered yet. */
  @PutMapping("/{number}")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<SalesOrder>> change(
      Versioned<SalesOrder> before, @RequestBody PlaceOrder.Changed asked) {
    return ok(acts.place().change(before, asked, time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/deliveries")
  @RequiresPermission("sales.deliver")
  ResponseEntity<OrderDelivered> deliver(
      Versioned<SalesOrder> before, @RequestBody DeliveryAsked asked) {
    OrderDelivered delivered =
        acts.deliver()
            .deliver(
                before,
                asked.wanted(),
                time.happened(asked.occurredAt(), asked.postingDate()).occurredAt());
    return Replies.created(delivered, new Version(delivered.head().aggregateVersion()));
  }

  /** The invoice; its ETag is the invoice's version. */
  @PostMapping("/{number}/invoices")
  @RequiresPermission("sales.invoice")
  ResponseEntity<Invoice> invoice(Versioned<SalesOrder> before, @RequestBody InvoiceAsked asked) {
    Versioned<Invoice> invoice =
        acts.invoice()
            .invoice(
                before,
                time.occurredAt(asked.occurredAt()),
                asked.daysToPay(),
                TaxTerms.of(asked.pricesInclude(), asked.documentDiscount(), asked.earlyPayment()));
    return Replies.created(invoice.document(), invoice.version());
  }

  /** The prepayment invoice; its ETag is the version of that. */
  @PostMapping("/{number}/prepayment-invoices")
  @RequiresPermission("sales.invoice")
  ResponseEntity<Invoice> prepay(Versioned<SalesOrder> before, @RequestBody PrepaymentAsked asked) {
    Versioned<Invoice> invoice =
        acts.prepay()
            .prepay(
                before,
                new PrepayOrder.Asked(
                    asked.amount(),
                    asked.percent(),
                    asked.taxCode(),
                    asked.taxPoint(),
                    asked.daysToPay()),
                time.occurredAt(asked.occurredAt()));
    return Replies.created(invoice.document(), invoice.version());
  }

  @PostMapping("/{number}/reschedule")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<SalesOrder>> reschedule(
      Versioned<SalesOrder> before, @RequestBody RescheduleAsked asked) {
    return ok(
        acts.place()
            .reschedule(
                before,
                asked.requestedDate(),
                asked.priority(),
                time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/promise")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<SalesOrder>> promise(
      Versioned<SalesOrder> before, @RequestBody PromiseAsked asked) {
    return ok(
        acts.place().promise(before, asked.promisedDate(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<SalesOrder>> cancel(
      Versioned<SalesOrder> before, @RequestBody CancelAsked asked) {
    return ok(acts.place().cancel(before, time.occurredAt(asked.occurredAt())));
  }
}
