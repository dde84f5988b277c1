package org.millrace.sales.counter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewPayment;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.master.FillLines;
import org.millrace.sales.order.DeliverOrder;
import org.millrace.sales.order.InvoiceOrder;
import org.millrace.sales.order.PlaceOrder;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotShares;
import org.millrace.tax.TaxTerms;

/**
 * Sells over the counter: the order, its delivery, invoice and payment are made in one transaction,
 * all or none. Goods go out whomever they were reserved for: the customer has them in his hand.
 */
final class SellAtCounter {
  private final Companies companies;
  private final Documents<CounterSale> sales;
  private final Documents<SalesOrder> orders;
  private final Acts acts;

  SellAtCounter(
      Companies companies, Documents<CounterSale> sales, Documents<SalesOrder> orders, Acts acts) {
    this.companies = companies;
    this.sales = sales;
    this.orders = orders;
    this.acts = acts;
  }

  /** The steps of a sale. */
  record Acts(PlaceOrder place, DeliverOrder deliver, InvoiceOrder invoice, Invoicing invoicing) {}

  /**
   * What goes over the counter.
   *
   * @param tendered the money handed over, all that is due when none is named
   */
  record Wanted(
      List<AskedLine> lines,
      LotShares lots,
      Optional<LocationCode> location,
      TaxTerms terms,
      Optional<BigDecimal> tendered) {}

  /**
   * The receipt.
   *
   * @throws org.millrace.shared.Refused when goods are missing or less money is handed over than
   *     due
   */
  Versioned<CounterSale> sell(FillLines.By by, Wanted wanted) {
    CompanyCode company = by.company();
    Versioned<SalesOrder> placed =
        acts.place().place(by, wanted.lines(), Optional.empty(), wanted.location());
    OrderDelivered delivered =
        acts.deliver()
            .deliver(
                placed,
                new DeliverOrder.Wanted(
                    Map.of(),
                    wanted.lots(),
                    wanted.location(),
                    GoodsMove.OthersGoods.TAKEN,
                    Optional.empty()),
                by.occurredAt());
    Invoice invoice =
        acts.invoice()
            .invoice(
                orders.lock(company, List.of(placed.document().number())).get(0),
                by.occurredAt(),
                Optional.of(0),
                wanted.terms())
            .document();
    Money due = invoice.documentOpen();
    Money tendered = tendered(wanted, due);
    PaymentReceived paid =
        acts.invoicing()
            .pay(company, List.of(new NewPayment(invoice.number(), due, by.occurredAt())))
            .get(0);
    CounterSale sale =
        receipt(number(company, by.occurredAt()), delivered, invoice, paid, tendered);
    return sales.make(company, sale, by.occurredAt(), CounterSaleMade::new);
  }

  private static Money tendered(Wanted wanted, Money due) {
    Money tendered = wanted.tendered().map(amount -> Money.of(amount, due.currency())).orElse(due);
    new Problems()
        .require(
            tendered.equals(tendered.rounded()) && !tendered.minus(due).isNegative(),
            "tendered",
            tendered.amount(),
            "at least the " + due + " due, in the decimals of its currency")
        .refuse("The counter sale cannot be made");
    return tendered;
  }

  private CounterSaleNumber number(CompanyCode company, Instant moment) {
    LocalDate day = companies.dayOf(company, moment);
    return new CounterSaleNumber(sales.nextNumber(company, day));
  }

  private static CounterSale receipt(
      CounterSaleNumber number,
      OrderDelivered delivered,
      Invoice invoice,
      PaymentReceived paid,
      Money tendered) {
    Money gross = paid.payment().amount();
    return new CounterSale(
        number,
        invoice.invoiceDate(),
        invoice.customer(),
        delivered.order().number(),
        new DeliveredGoods.Number(delivered.delivery().number()),
        invoice.number(),
        new PaymentNumber(paid.payment().number()),
        invoice.currency(),
        invoice.netAmount(),
        gross.minus(invoice.netAmount()),
        gross,
        tendered,
        tendered.minus(gross),
        invoice.lines().stream()
            .map(
                line ->
                    new CounterSale.Line(
                        line.line(),
                        line.item(),
                        line.itemName(),
                        line.quantity(),
                        line.unitPrice(),
                        line.netAmount()))
            .toList());
  }
}
