package org.millrace.purchasing.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.calculation.PriceLines;

/** A bill of a supplier as it is written down: its head, and what its lines and charges cost. */
record WrittenBill(
    Head head,
    Bill bill,
    List<Bill.Charge> charges,
    PriceLines.Priced priced,
    MatchTolerance tolerance) {
  WrittenBill {
    charges = List.copyOf(charges);
  }

  private static final int DEFAULT_TERM_DAYS = 30;

  /** Who bills what, on which day, in the currency of the company. */
  record Head(
      SupplierInvoiceNumber number,
      SupplierInvoice.Kind kind,
      Optional<PurchaseOrderNumber> order,
      Supplier supplier,
      LocalDate date,
      Currency currency) {}

  /**
   * The invoice with these lines of goods, of which nothing is paid.
   *
   * @throws MatchRefused when the printed tax is further from the computed one than is tolerated
   */
  SupplierInvoice with(List<SupplierInvoice.Line> lines) {
    Money net = priced.nets().stream().reduce(none(), Money::plus);
    TaxBill.Booked booked = TaxBill.booked(bill, priced, net, tolerance);
    Optional<SupplierInvoice.PurchaseTax> own = booked.purchaseTax();
    List<SupplierInvoice.Charge> written = charges(lines, own);
    return new SupplierInvoice(
        head.number(),
        head.kind(),
        head.order(),
        head.supplier(),
        bill.supplierReference(),
        head.date(),
        bill.dueDate().orElse(head.date().plusDays(DEFAULT_TERM_DAYS)),
        head.currency(),
        net,
        total(lines, SupplierInvoice.Line::receivedAmount),
        none(),
        booked.tax().map(DocumentTax::gross).orElse(net),
        lines,
        written,
        booked.tax(),
        own,
        priced.shares(),
        bill.foreign().map(Bill.Foreign::amounts),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same as a credit note to a bill. */
  SupplierInvoice crediting(SupplierInvoiceNumber credited, List<SupplierInvoice.Line> lines) {
    return with(lines).crediting(credited);
  }

  private Money none() {
    return Money.zero(head.currency());
  }

  private Money total(
      List<SupplierInvoice.Line> lines, Function<SupplierInvoice.Line, Money> amount) {
    return lines.stream().map(amount).reduce(none(), Money::plus);
  }

  /** The charges with the tax on them that is not got back. */
  private List<SupplierInvoice.Charge> charges(
      List<SupplierInvoice.Line> lines, Optional<SupplierInvoice.PurchaseTax> own) {
    List<SupplierInvoice.Charge> written = new ArrayList<>();
    for (Bill.Charge charge : charges) {
      int place = lines.size() + written.size();
      Money net = priced.nets().get(place);
      written.add(
          new SupplierInvoice.Charge(
              written.size() + 1,
              charge.text(),
              charge.bookedTo(),
              net,
              net,
              charge.taxCode(),
              priced.taxes().get(place)));
    }
    Money kept = own.map(SupplierInvoice.PurchaseTax::cost).orElse(none());
    Map<Integer, Money> taxes = TaxBill.costs(kept, lines, written, priced.shares());
    return written.stream()
        .map(charge -> charge.costing(taxes.getOrDefault(-charge.line(), none())))
        .toList();
  }
}
