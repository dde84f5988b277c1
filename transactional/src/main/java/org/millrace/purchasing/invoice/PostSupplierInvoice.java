package org.millrace.purchasing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.purchasing.OrderInvoiced;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Refused;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.calculation.PriceLines;

/** Posts a supplier's bill once it passed the match; the goods cost what is billed for them. */
final class PostSupplierInvoice implements SupplierBills {
  private static final int DEFAULT_TERM_DAYS = 30;

  private final BookingDays days;
  private final Documents<PurchaseOrder> orders;
  private final Documents<SupplierInvoice> invoices;
  private final Tolerances tolerances;
  private final PriceDifferences differences;
  private final TaxBill taxBill;

  PostSupplierInvoice(
      BookingDays days,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      Tolerances tolerances,
      PriceDifferences differences,
      TaxBill taxBill) {
    this.differences = differences;
    this.days = days;
    this.orders = orders;
    this.invoices = invoices;
    this.tolerances = tolerances;
    this.taxBill = taxBill;
  }

  @Override
  public SupplierInvoice post(
      CompanyCode company, PurchaseOrderNumber order, Bill bill, Happened happened) {
    Versioned<PurchaseOrder> before =
        orders.lock(company, List.of(order)).stream()
            .findFirst()
            .orElseThrow(() -> PurchaseOrder.KIND.notFound(company, order));
    return post(before, bill, happened).document();
  }

  /**
   * Posts the invoice; the order has one more version.
   *
   * @throws MatchRefused when order and receipt do not bear out the bill
   */
  Versioned<SupplierInvoice> post(Versioned<PurchaseOrder> before, Bill bill, Happened happened) {
    Instant occurredAt = days.bookedAt(before.company(), happened);
    PurchaseOrder order = before.document();
    order.require(Act.INVOICE);
    SupplierInvoice invoice = invoice(before.company(), order, bill, happened.occurredAt());
    bill.supplierReference().ifPresent(reference -> requireNew(before.company(), order, reference));
    PurchaseOrder after =
        order.invoiced(
            bill.lines().stream().collect(Collectors.toMap(Bill.Line::line, Bill.Line::quantity)));
    orders.change(before, after, occurredAt, OrderInvoiced::new);
    taxBill.register(before.company(), invoice);
    Versioned<SupplierInvoice> posted =
        invoices.make(before.company(), invoice, occurredAt, SupplierInvoicePosted::new);
    differences.charge(before, invoice, happened);
    return posted;
  }

  private void requireNew(CompanyCode company, PurchaseOrder order, String reference) {
    String supplier = order.supplier().code().value();
    Map<String, String> same = Map.of("supplier", supplier, "supplierReference", reference);
    if (!invoices.having(company, same).isEmpty()) {
      throw Refused.conflict(
          "Bill %s of supplier %s was posted before. Look it up in the list of supplier invoices."
              .formatted(reference, supplier));
    }
  }

  private SupplierInvoice invoice(
      CompanyCode company, PurchaseOrder order, Bill bill, Instant occurredAt) {
    LocalDate date = bill.invoiceDate().orElseGet(() -> days.dayOf(company, occurredAt));
    List<SupplierInvoice.Line> matched =
        new Match(tolerances.of(company)).matched(order, taxBill.net(company, order, bill, date));
    PriceLines.Priced priced = taxBill.priced(company, order, bill, date);
    List<SupplierInvoice.Line> lines = TaxBill.taxed(matched, bill, priced);
    Money net = total(order, lines, SupplierInvoice.Line::netAmount);
    TaxBill.Booked booked = TaxBill.booked(bill, priced, net);
    return new SupplierInvoice(
        new SupplierInvoiceNumber(invoices.nextNumber(company, date)),
        order.number(),
        order.supplier(),
        bill.supplierReference(),
        date,
        bill.dueDate().orElse(date.plusDays(DEFAULT_TERM_DAYS)),
        order.currency(),
        net,
        total(order, lines, SupplierInvoice.Line::receivedAmount),
        Money.zero(order.currency()),
        booked.tax().map(DocumentTax::gross).orElse(net),
        lines,
        booked.tax(),
        booked.purchaseTax(),
        priced.shares(),
        Optional.empty());
  }

  private static Money total(
      PurchaseOrder order,
      List<SupplierInvoice.Line> lines,
      Function<SupplierInvoice.Line, Money> amount) {
    return lines.stream().map(amount).reduce(Money.zero(order.currency()), Money::plus);
  }
}
