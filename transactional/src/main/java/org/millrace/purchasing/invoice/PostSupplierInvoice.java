package org.millrace.purchasing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.InvoiceState;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.match.Expenses;
import org.millrace.purchasing.match.OrderInvoiced;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Refused;
import org.millrace.tax.calculation.PriceLines;

/** Posts a supplier's bill once it passed the match; the goods cost what is billed for them. */
final class PostSupplierInvoice {
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

  /**
   * The order of that number, locked.
   *
   * @throws Refused as not found when there is none
   */
  Versioned<PurchaseOrder> locked(CompanyCode company, PurchaseOrderNumber order) {
    return orders.lock(company, List.of(order)).stream()
        .findFirst()
        .orElseThrow(() -> PurchaseOrder.KIND.notFound(company, order));
  }

  /** A bill held against its order, in the currency that both are in if there is one. */
  SupplierBills.Comparison compared(
      CompanyCode company, PurchaseOrder order, Bill bill, LocalDate today) {
    LocalDate date = bill.invoiceDate().orElse(today);
    Seen seen = seen(company, order, new Paper(bill, date));
    PriceLines.Priced priced = taxBill.priced(company, seen.currency(), seen.paper(), date);
    Money none = Money.zero(seen.currency());
    List<SupplierBills.Compared> lines = new ArrayList<>();
    for (Bill.Line line : seen.net().lines()) {
      seen.order()
          .line(line.line())
          .ifPresent(
              ordered ->
                  lines.add(
                      new SupplierBills.Compared(
                          ordered,
                          Match.billable(ordered),
                          line.quantity(),
                          ordered.unitPrice(),
                          Money.of(line.unitPrice(), seen.currency()))));
    }
    return new SupplierBills.Comparison(
        lines,
        priced.nets().stream().reduce(none, Money::plus),
        priced.document().map(taxed -> Money.of(taxed.tax(), seen.currency())),
        seen.paper().printedTax().map(tax -> Money.of(tax, seen.currency())));
  }

  /** An order, and a bill as it is written and at net prices, in one currency. */
  private record Seen(PurchaseOrder order, Bill paper, Bill net, Currency currency) {}

  private Seen seen(CompanyCode company, PurchaseOrder order, Paper paper) {
    Bill bill = paper.bill();
    Optional<Bill.Foreign> alike =
        bill.foreign().filter(of -> order.isPlacedIn(of.amounts().currency()));
    Bill written = alike.map(Bill.Foreign::paper).orElse(bill);
    Currency currency = alike.map(of -> of.amounts().currency()).orElse(order.currency());
    return new Seen(
        alike.isPresent() ? order.asPlaced() : order,
        written,
        taxBill.net(company, currency, written, paper.date()),
        currency);
  }

  /**
   * Posts the invoice; the order has one more version.
   *
   * @throws MatchRefused when order and receipt do not bear out the bill
   */
  Versioned<SupplierInvoice> post(Versioned<PurchaseOrder> before, Bill bill, Happened happened) {
    return post(before, bill, happened, false);
  }

  /** Posts it whatever it differs by, for somebody accepted it. */
  Versioned<SupplierInvoice> accept(Versioned<PurchaseOrder> before, Bill bill, Happened happened) {
    return post(before, bill, happened, true);
  }

  private Versioned<SupplierInvoice> post(
      Versioned<PurchaseOrder> before, Bill bill, Happened happened, boolean accepts) {
    CompanyCode company = before.company();
    Instant occurredAt = days.bookedAt(company, happened);
    PurchaseOrder order = before.document();
    order.require(Act.INVOICE);
    LocalDate today = days.dayOf(company, happened.occurredAt());
    LocalDate date = bill.invoiceDate().orElse(today);
    MatchTolerance set = tolerances.of(company);
    MatchTolerance tolerance = accepts ? set.acceptingTax() : set;
    Match match = accepts ? Match.accepting(tolerance) : new Match(tolerance);
    List<Match.Matched> matched = matched(company, order, new Paper(bill, date), match);
    bill.supplierReference()
        .ifPresent(reference -> requireNew(company, order.supplier().code(), reference));
    Clearing clearing = clear.of(company, order);
    SupplierInvoice billed = invoice(before, new Paper(bill, date), matched, clearing, tolerance);
    Clearing.Settled settled =
        pay(clearing, matched, billed, bill, days.dayOf(company, occurredAt));
    SupplierInvoice invoice = billed.noting(settled.ahead(), settled.exchange());
    PurchaseOrder after =
        order.billed(
            matched.stream()
                .collect(Collectors.toMap(line -> line.ordered().line(), Match.Matched::counted)));
    orders.change(before, after, occurredAt, OrderInvoiced::new);
    taxBill.register(company, invoice);
    Versioned<SupplierInvoice> posted =
        invoices.make(
            company,
            invoice,
            occurredAt,
            (head, told) -> new SupplierInvoicePosted(head, told, Expenses.of(order, clearing)));
    DocumentRef cause = SupplierInvoice.KIND.ref(invoice.number());
    clear.keep(company, order, clearing, new ClearGoods.Cause(cause, happened));
    return posted;
  }

  /** What the supplier wrote, of that day. */
  private record Paper(Bill bill, LocalDate date) {}

  /**
   * The lines to be posted, held against the order in the currency that it was placed in.
   *
   * @throws MatchRefused naming every difference beyond the tolerance
   */
  private List<Match.Matched> matched(
      CompanyCode company, PurchaseOrder order, Paper paper, Match match) {
    Seen seen = seen(company, order, paper);
    return match.matched(seen.order(), seen.net()).stream()
        .map(line -> line.of(order.line(line.ordered().line()).orElseThrow()))
        .toList();
  }

  /**
   * What is billed for goods that have not come, and what is due to the rate; with the tax that is
   * cost of the goods, and the charges that they bear.
   */
  private static Clearing.Settled pay(
      Clearing clearing,
      List<Match.Matched> matched,
      SupplierInvoice invoice,
      Bill bill,
      LocalDate day) {
    Map<Integer, Money> taxes = TaxBill.costs(invoice);
    List<Money> borne = TaxBill.borne(invoice);
    Money none = Money.zero(invoice.currency());
    Clearing.Settled all = new Clearing.Settled(none, none);
    for (int i = 0; i < matched.size(); i++) {
      Match.Matched line = matched.get(i);
      int number = line.ordered().line();
      Money net = invoice.lines().get(i).netAmount();
      Money cost = net.plus(taxes.getOrDefault(number, none)).plus(borne.get(i));
      int place = i;
      Optional<Clearing.Abroad> abroad =
          bill.foreign().map(of -> new Clearing.Abroad(of.nets().get(place), of.amounts().rate()));
      Clearing.Billed billed = new Clearing.Billed(number, line.came(), line.ahead(), cost, abroad);
      all = all.plus(clearing.bill(invoice.number(), billed, day));
    }
    return all;
  }

  /**
   * Passes when no bill of that supplier and number is posted.
   *
   * @throws Refused as conflict when there is one
   */
  void requireNew(CompanyCode company, PartyCode supplier, String reference) {
    Map<String, String> same = Map.of("supplier", supplier.value(), "supplierReference", reference);
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
      Clearing clearing,
      MatchTolerance tolerance) {
    PurchaseOrder order = before.document();
    CompanyCode company = before.company();
    Bill bill = paper.bill();
    PriceLines.Priced priced = taxBill.priced(company, order.currency(), bill, paper.date());
    WrittenBill.Head head =
        new WrittenBill.Head(
            new SupplierInvoiceNumber(invoices.nextNumber(company, paper.date())),
            SupplierInvoice.Kind.INVOICE,
            Optional.of(order.number()),
            order.supplier(),
            paper.date(),
            order.currency());
    return new WrittenBill(head, bill, bill.charges(), priced, tolerance)
        .with(TaxBill.taxed(matched, clearing, bill, priced));
  }
}
