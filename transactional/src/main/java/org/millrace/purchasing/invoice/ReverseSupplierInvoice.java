package org.millrace.purchasing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.match.Expenses;
import org.millrace.purchasing.match.OrderInvoiced;
import org.millrace.purchasing.match.ReceiptMatch;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxRegister;

/**
 * Takes a supplier's invoice back by another one of the negative amounts: what came is received and
 * not billed again, at what it cost before, and its taxes are no longer due.
 */
final class ReverseSupplierInvoice {
  private final Companies companies;
  private final Documents<PurchaseOrder> orders;
  private final Documents<SupplierInvoice> invoices;
  private final ClearGoods clear;
  private final TaxRegister register;

  ReverseSupplierInvoice(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      ClearGoods clear,
      TaxRegister register) {
    this.companies = companies;
    this.orders = orders;
    this.invoices = invoices;
    this.clear = clear;
    this.register = register;
  }

  /**
   * The invoice that reverses one that is locked.
   *
   * @throws Refused as conflict when it is paid, reversed already or a reversal
   */
  Versioned<SupplierInvoice> reverse(
      Versioned<SupplierInvoice> before, Reversal asked, Instant now) {
    CompanyCode company = before.company();
    SupplierInvoice wrong = before.document();
    String title = SupplierInvoice.KIND.titled(wrong.number());
    Company books = companies.named(company);
    LocalDate day = asked.day(title, wrong.invoiceDate(), books.dayOf(now));
    Instant occurredAt = books.momentAfter(invoices.lastMoment(before), day, now);
    SupplierInvoiceNumber by = new SupplierInvoiceNumber(invoices.nextNumber(company, day));
    Optional<Versioned<PurchaseOrder>> ordered =
        wrong.order().map(number -> orders.lock(company, List.of(number)).get(0));
    Optional<Clearing> clearing = ordered.map(order -> clear.of(company, order.document()));
    Money toCome =
        clearing
            .map(of -> of.reverse(wrong.number(), day))
            .orElseGet(() -> Money.zero(wrong.currency()));
    SupplierInvoice reversal = wrong.reversal(by, day, toCome, asked.reason());
    ordered.ifPresent(
        of ->
            orders.change(
                of,
                of.document().billed(quantities(clearing.orElseThrow())),
                occurredAt,
                OrderInvoiced::new));
    List<Receipt.Expense> expenses =
        ordered.map(of -> Expenses.of(of.document(), clearing.orElseThrow())).orElse(List.of());
    DocumentRef cause = SupplierInvoice.KIND.ref(by);
    register.reverse(company, SupplierInvoice.KIND.ref(wrong.number()), cause, day);
    Versioned<SupplierInvoice> made =
        invoices.make(
            company,
            reversal,
            occurredAt,
            (head, told) -> new SupplierInvoicePosted(head, told, expenses));
    invoices.change(before, wrong.reversed(by), occurredAt, SupplierInvoiceReversed::new);
    ClearGoods.Cause reversed = new ClearGoods.Cause(cause, Happened.at(occurredAt));
    ordered.ifPresent(
        order -> clear.keep(company, order.document(), clearing.orElseThrow(), reversed));
    return made;
  }

  private static Map<Integer, Quantity> quantities(Clearing clearing) {
    return clearing.made().stream()
        .filter(match -> match.returned().isEmpty())
        .collect(
            Collectors.toMap(
                match -> match.place().line(), ReceiptMatch::quantity, Quantity::plus));
  }
}
