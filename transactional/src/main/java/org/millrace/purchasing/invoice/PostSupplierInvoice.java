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
import org.millrace.purchasing.InvoiceState;
import org.millrace.purchasing.OrderInvoiced;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
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
  private final ClearGoods clear;
  private final TaxBill taxBill;

  PostSupplierInvoice(
      BookingDays days,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      Tolerances tolerances,
      ClearGoods clear,
      TaxBill taxBill) {
    this.clear = clear;
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
    CompanyCode company = before.company();
    Instant occurredAt = days.bookedAt(company, happened);
    PurchaseOrder order = before.document();
    order.require(Act.INVOICE);
    LocalDate today = days.dayOf(company, happened.occurredAt());
    LocalDate date = bill.invoiceDate().orElse(today);
    List<Match.Matched> matched =
        new Match(tolerances.of(company)).matched(order, taxBill.net(company, order, bill, date));
    bill.supplierReference().ifPresent(reference -> requireNew(company, order, reference));
    Clearing clearing = clear.of(company, order);
    SupplierInvoice billed = invoice(before, new Paper(bill, date), matched, clearing);
    SupplierInvoice invoice =
        billed.aheadOfGoods(pay(clearing, matched, billed, days.dayOf(company, occurredAt)));
    PurchaseOrder after =
        order.billed(
            matched.stream()
                .collect(Collectors.toMap(line -> line.ordered().line(), Match.Matched::counted)));
    orders.change(before, after, occurredAt, OrderInvoiced::new);
    taxBill.register(company, invoice);
    Versioned<SupplierInvoice> posted =
        invoices.make(company, invoice, occurredAt, SupplierInvoicePosted::new);
    DocumentRef cause = SupplierInvoice.KIND.ref(invoice.number());
    clear.keep(company, order, clearing, new ClearGoods.Cause(cause, happened));
    return posted;
  }

  /** What the supplier wrote, of that day. */
  private record Paper(Bill bill, LocalDate date) {}

  /** What is billed for goods that have not come; with the tax that is cost of the goods. */
  private static Money pay(
      Clearing clearing, List<Match.Matched> matched, SupplierInvoice invoice, LocalDate day) {
    Map<Integer, Money> taxes = TaxBill.costs(invoice);
    Money none = Money.zero(invoice.currency());
    Money toCome = none;
    for (int i = 0; i < matched.size(); i++) {
      Match.Matched line = matched.get(i);
      int number = line.ordered().line();
      Money cost = invoice.lines().get(i).netAmount().plus(taxes.getOrDefault(number, none));
      Clearing.Billed billed = new Clearing.Billed(number, line.came(), line.ahead(), cost);
      toCome = toCome.plus(clearing.bill(invoice.number(), billed, day));
    }
    return toCome;
  }

  private void requireNew(CompanyCode company, PurchaseOrder order, String reference) {
    String supplier = order.supplier().code().value();
    Map<String, String> same = Map.of("supplier", supplier, "supplierReference", reference);
    boolean isPosted =
        invoices.having(company, same).stream()
            .map(each -> each.document().state())
            .anyMatch(state -> state == InvoiceState.OPEN || state == InvoiceState.PAID);
    if (isPosted) {
      throw Refused.conflict(
          "Bill %s of supplier %s was posted before. Look it up in the list of supplier invoices."
              .formatted(reference, supplier));
    }
  }

  private SupplierInvoice invoice(
      Versioned<PurchaseOrder> before,
      Paper paper,
      List<Match.Matched> matched,
      Clearing clearing) {
    PurchaseOrder order = before.document();
    Bill bill = paper.bill();
    LocalDate date = paper.date();
    PriceLines.Priced priced = taxBill.priced(before.company(), order, bill, date);
    List<SupplierInvoice.Line> lines = TaxBill.taxed(matched, clearing, bill, priced);
    Money net = total(order, lines, SupplierInvoice.Line::netAmount);
    TaxBill.Booked booked = TaxBill.booked(bill, priced, net);
    return new SupplierInvoice(
        new SupplierInvoiceNumber(invoices.nextNumber(before.company(), date)),
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
        bill.foreign(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Money total(
      PurchaseOrder order,
      List<SupplierInvoice.Line> lines,
      Function<SupplierInvoice.Line, Money> amount) {
    return lines.stream().map(amount).reduce(Money.zero(order.currency()), Money::plus);
  }
}
