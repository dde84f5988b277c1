package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.millrace.sales.prepayment.DeductPrepayments;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.PriceLines;

/** Invoices what was delivered of an order and not yet invoiced, at the cost of those goods. */
public final class InvoiceOrder {
  private final Companies companies;
  private final Documents<SalesOrder> orders;
  private final Documents<Invoice> invoices;
  private final PutOnRecord record;
  private final Taxes taxes;
  private final AgreedTerms agreed;
  private final DeductPrepayments prepayments;

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
  }

  /** Where rates of taxes, terms and what was prepaid come from. */
  record Sources(Taxes taxes, AgreedTerms agreed, DeductPrepayments prepayments) {}

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
    PriceLines.Priced priced = priced(before, day, terms);
    InvoiceNumber number = new InvoiceNumber(invoices.nextNumber(before.company(), day));
    Invoice invoice =
        invoice(number, before.document(), day, day.plusDays(daysToPay), priced)
            .taxed(priced.tax(), priced.shares(), priced.components());
    List<Invoice.Prepaid> prepaid =
        prepayments.of(before.company(), before.document().number(), invoice.grossAmount());
    invoice = prepaid.isEmpty() ? invoice : invoice.less(prepaid);
    Versioned<Invoice> made =
        record.put(before.company(), List.of(new PostedInvoice(invoice, occurredAt))).get(0);
    orders.change(before, after, occurredAt, OrderInvoiced::new);
    return made;
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
    return new PriceLines(rules, day, terms, before.document().currency(), TaxEntry.Side.OUTPUT)
        .of(
            open.stream()
                .map(
                    line ->
                        new PriceLines.Line(
                            line.taxCode(),
                            line.uninvoicedQuantity().value(),
                            line.uninvoicedAmount()))
                .toList());
  }

  private static Invoice invoice(
      InvoiceNumber number,
      SalesOrder order,
      LocalDate day,
      LocalDate dueDate,
      PriceLines.Priced priced) {
    List<Invoice.Line> lines = new ArrayList<>();
    for (SalesOrder.Line line : order.uninvoicedLines()) {
      lines.add(
          new Invoice.Line(
              lines.size() + 1,
              line.item(),
              line.itemName(),
              line.itemKind(),
              line.uninvoicedQuantity(),
              line.unitPrice(),
              priced.nets().get(lines.size()),
              line.uninvoicedCost(),
              line.taxCode(),
              line.discountPercent(),
              priced.taxes().get(lines.size()),
              Optional.empty(),
              Optional.empty()));
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
