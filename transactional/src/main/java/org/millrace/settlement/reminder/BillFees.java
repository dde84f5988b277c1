package org.millrace.settlement.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.allocation.AllocateItems;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.tax.TaxTerms;

/** Bills the fees of reminders as services, and credits them when a reminder is taken back. */
final class BillFees {
  private final Invoicing invoicing;
  private final InvoicePayments invoices;
  private final AllocateItems allocate;

  BillFees(Invoicing invoicing, InvoicePayments invoices, AllocateItems allocate) {
    this.invoicing = invoicing;
    this.invoices = invoices;
    this.allocate = allocate;
  }

  /** The invoice of the fee of a level, due at once; none where it has no fee. */
  Optional<Invoice> bill(
      CompanyCode company, PartyCode party, ReminderLevel level, Instant occurredAt) {
    if (level.fee().isZero()) {
      return Optional.empty();
    }
    NewInvoice.Line line =
        new NewInvoice.Line(
            level.feeItem().orElseThrow(),
            Quantity.of("1"),
            level.fee().amount(),
            level.taxCode(),
            Optional.empty());
    return Optional.of(post(company, party, line, Optional.empty(), occurredAt));
  }

  private Invoice post(
      CompanyCode company,
      PartyCode party,
      NewInvoice.Line line,
      Optional<InvoiceNumber> credits,
      Instant occurredAt) {
    NewInvoice document =
        new NewInvoice(
            credits.isPresent() ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE,
            Optional.empty(),
            Optional.empty(),
            party,
            Optional.empty(),
            occurredAt,
            0,
            credits,
            List.of(line),
            TaxTerms.NONE,
            LocationCode.MAIN,
            Optional.empty(),
            Optional.empty());
    return invoicing.post(company, List.of(document)).get(0);
  }

  /** Credits the invoice of a fee, and sets both off as far as it is not paid. */
  void takeBack(CompanyCode company, InvoiceNumber number, Instant occurredAt) {
    Invoice billed = invoices.lock(company, List.of(number)).get(0).document();
    Invoice.Line line = billed.lines().get(0);
    NewInvoice.Line back =
        new NewInvoice.Line(
            line.item(),
            line.quantity().negated(),
            line.unitPrice().amount(),
            line.taxCode(),
            Optional.empty());
    Invoice note = post(company, billed.customer().code(), back, Optional.of(number), occurredAt);
    if (billed.openAmount().isPositive()) {
      allocate.allocate(
          company,
          new AllocateItems.Asked(
              List.of(item(ItemKind.INVOICE, number), item(ItemKind.CREDIT_NOTE, note.number())),
              Map.of(),
              Map.of(),
              Optional.empty()),
          occurredAt);
    }
  }

  private static AllocateItems.Item item(ItemKind kind, InvoiceNumber number) {
    return new AllocateItems.Item(new ItemRef(kind, number.value()), Optional.empty());
  }
}
