package org.millrace.sales.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.DocumentCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignOrder;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderInvoiced;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.invoice.PutOnRecord;
import org.millrace.sales.invoice.PutOnRecord.PostedInvoice;
import org.millrace.sales.master.AgreedTerms;
import org.millrace.sales.master.LessDiscount;
import org.millrace.sales.prepayment.DeductPrepayments;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.InHome;
import org.millrace.tax.calculation.PriceLines;
import org.millrace.tax.calculation.RoundingUnit;

/**
 * Invoices what was delivered of an order and not yet invoiced, at the cost of those goods. The
 * invoice is in the currency of the order, at the rate of its own day.
 */
public final class InvoiceOrder {
  private final Companies companies;
  private final Documents<SalesOrder> orders;
  private final Documents<Invoice> invoices;
  private final PutOnRecord record;
  private final Taxes taxes;
  private final AgreedTerms agreed;
  private final DeductPrepayments prepayments;
  private final Rates rates;

  InvoiceOrder(
      Companies companies,
      Documents<SalesOrder> orders,
      Documents<Invoice> invoices,
      PutOnRecord record,
      Sources sources) {
    this.companies = companies;
    this.orders = orders;
    this.invoices = invoices;
    this.record = record;
    this.taxes = sources.taxes();
    this.agreed = sources.agreed();
    this.prepayments = sources.prepayments();
    this.rates = sources.rates();
  }

  /** Where rates of taxes and of exchange, terms and what was prepaid come from. */
  record Sources(Taxes taxes, AgreedTerms agreed, DeductPrepayments prepayments, Rates rates) {}

  /** The same, on the terms agreed with the customer where neither days nor discount are named. */
  public Versioned<Invoice> invoice(
      Versioned<SalesOrder> before,
      Instant occurredAt,
      Optional<Integer> daysToPay,
      TaxTerms terms) {
    AgreedTerms.Agreed of =
        agreed.of(
            before.company(), before.document().customer().code(), occurredAt, daysToPay, terms);
    return invoice(before, occurredAt, of.daysToPay(), of.terms());
  }

  /**
   * The invoice of an order that is locked.
   *
   * @throws org.millrace.shared.Refused as conflict when nothing is to be invoiced, as invalid when
   *     a customer cannot be given so many days to pay
   */
  Versioned<Invoice> invoice(
      Versioned<SalesOrder> before, Instant occurredAt, int daysToPay, TaxTerms terms) {
    NewInvoice.requireDaysToPay(new Problems(), daysToPay).refuse("The invoice is refused");
    SalesOrder after = before.document().invoiced();
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    Amounts amounts = amounts(before, day, terms);
    PriceLines.Priced priced = amounts.home();
    InvoiceNumber number = new InvoiceNumber(invoices.nextNumber(before.company(), day));
    Invoice invoice =
        invoice(number, before.document(), day, day.plusDays(daysToPay), amounts)
            .taxed(priced.tax(), priced.shares(), priced.components())
            .abroad(amounts.foreign());
    invoice = amounts.prepaid().isEmpty() ? invoice : invoice.less(amounts.prepaid());
    Versioned<Invoice> made =
        record.put(before.company(), List.of(new PostedInvoice(invoice, occurredAt))).get(0);
    orders.change(before, after, occurredAt, OrderInvoiced::new);
    return made;
  }

  /**
   * What the lines come to.
   *
   * @param paper as it stands on the invoice
   * @param home the same in the currency of the company
   * @param money the currency of the invoice, with the rate of its day
   * @param foreign what stands on an invoice in another currency than the company's
   * @param prepaid what prepayment invoices took of it
   */
  private record Amounts(
      PriceLines.Priced paper,
      PriceLines.Priced home,
      DocumentCurrency money,
      Optional<ForeignAmounts> foreign,
      List<Invoice.Prepaid> prepaid) {
    Money unitPrice(SalesOrder.Line line) {
      return line.foreign().map(of -> money.priceAtHome(of.unitPrice())).orElse(line.unitPrice());
    }

    Optional<ForeignLine> line(int index, SalesOrder.Line line) {
      return line.foreign()
          .map(
              of ->
                  new ForeignLine(
                      of.unitPrice(),
                      paper.nets().get(index).amount(),
                      paper.taxes().get(index).map(Money::amount)));
    }
  }

  private Amounts amounts(Versioned<SalesOrder> before, LocalDate day, TaxTerms terms) {
    PriceLines.Priced paper = priced(before, day, terms);
    List<Invoice.Prepaid> prepaid =
        prepayments.of(before.company(), before.document(), paper.gross());
    Currency home = before.document().currency();
    Optional<ForeignOrder> told = before.document().foreign();
    if (told.isEmpty()) {
      return new Amounts(paper, paper, DocumentCurrency.of(home), Optional.empty(), prepaid);
    }
    Currency currency = told.get().currency();
    ExchangeRate rate = rates.rate(before.company(), new Rates.Wanted(currency, home, day));
    InHome into = new InHome(rate, home, prepaid.stream().map(InvoiceOrder::worth).toList());
    List<Optional<TaxCodeName>> codes =
        before.document().uninvoicedLines().stream().map(SalesOrder.Line::taxCode).toList();
    DocumentCurrency money =
        new DocumentCurrency(home, Optional.of(new AskedCurrency(currency, Optional.of(rate))));
    return new Amounts(
        paper, into.of(paper, codes), money, Optional.of(into.foreign(paper)), prepaid);
  }

  private static InHome.Before worth(Invoice.Prepaid part) {
    return new InHome.Before(part.code(), part.foreign().orElseThrow(), part.base(), part.tax());
  }

  private PriceLines.Priced priced(Versioned<SalesOrder> before, LocalDate day, TaxTerms terms) {
    List<SalesOrder.Line> open = before.document().uninvoicedLines();
    TaxRules rules =
        taxes.rules(
            before.company(), open.stream().flatMap(line -> line.taxCode().stream()).toList());
    Problems problems = new Problems();
    open.forEach(
        line -> rules.require(line.taxCode(), day, "lines." + line.line() + ".taxCode", problems));
    problems.refuse("The invoice is refused");
    Currency paper = before.document().money().paper();
    TaxTerms less = terms.less(discount(before.document(), open, RoundingUnit.of(rules, paper)));
    return new PriceLines(rules, day, less, paper, TaxEntry.Side.OUTPUT)
        .of(
            open.stream()
                .map(
                    line ->
                        new PriceLines.Line(
                            line.taxCode(),
                            line.uninvoicedQuantity().value(),
                            line.uninvoicedAmount(paper)))
                .toList());
  }

  /**
   * What the discount of the order comes to in what is invoiced now: 10 % of an order of 0.15 in
   * three parts are 0.01 + 0.00 + 0.01, as they are of the whole.
   */
  private static BigDecimal discount(
      SalesOrder order, List<SalesOrder.Line> open, RoundingUnit unit) {
    Currency paper = order.money().paper();
    BigDecimal before =
        order.lines().stream()
            .map(line -> line.invoicedAmount(paper).amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal now =
        open.stream()
            .map(line -> unit.round(line.uninvoicedAmount(paper).amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return order
        .documentDiscount()
        .map(off -> LessDiscount.next(unit, off.percent(), before, now))
        .orElse(BigDecimal.ZERO);
  }

  private static Invoice invoice(
      InvoiceNumber number, SalesOrder order, LocalDate day, LocalDate dueDate, Amounts amounts) {
    PriceLines.Priced priced = amounts.home();
    List<Invoice.Line> lines = new ArrayList<>();
    for (SalesOrder.Line line : order.uninvoicedLines()) {
      lines.add(
          new Invoice.Line(
              lines.size() + 1,
              line.item(),
              line.itemName(),
              line.itemKind(),
              line.uninvoicedQuantity(),
              amounts.unitPrice(line),
              priced.nets().get(lines.size()),
              line.uninvoicedCost(),
              line.taxCode(),
              line.discountPercent(),
              priced.taxes().get(lines.size()),
              amounts.line(lines.size(), line),
              line.dimensions()));
    }
    Money net = Invoice.sum(lines, Invoice.Line::netAmount, order.currency());
    return new Invoice(
        number,
        Invoice.Kind.INVOICE,
        number.value(),
        Optional.of(order.number()),
        Optional.empty(),
        order.customer(),
        day,
        dueDate,
        order.currency(),
        lines,
        net,
        Invoice.sum(lines, Invoice.Line::costAmount, order.currency()),
        Money.zero(order.currency()),
        net,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
