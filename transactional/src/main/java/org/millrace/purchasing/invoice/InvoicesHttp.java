package org.millrace.purchasing.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.tax.Deductions;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("supplierInvoicesHttp")
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/invoices")
class InvoicesHttp
    extends DetailedEndpoints<SupplierInvoice, SupplierInvoiceNumber, InvoicesHttp.WithPayments> {
  private final Verbs verbs;
  private final Documents<SupplierPayment> payments;
  private final BusinessTime time;

  /** What is done with bills themselves. */
  record Verbs(
      BillsHttp.WithoutOrder withoutOrder, PaySupplier pay, ReverseSupplierInvoice reverse) {}

  InvoicesHttp(
      Documents<SupplierInvoice> invoices,
      DocumentHistory history,
      Verbs verbs,
      Documents<SupplierPayment> payments,
      BusinessTime time) {
    super(invoices, history);
    this.verbs = verbs;
    this.payments = payments;
    this.time = time;
  }

  /**
   * A discount and what is written off settle the invoice as well. All are in the currency of the
   * invoice; a foreign one is paid at the rate, else at that of the day.
   */
  record Paying(
      @Amount(in = "foreign.currency") BigDecimal amount,
      @Amount(in = "foreign.currency") Optional<BigDecimal> discount,
      @Amount(in = "foreign.currency") Optional<BigDecimal> writeOff,
      Optional<ExchangeRate> rate,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt) {}

  record Paid(SupplierPaid.Payment payment, DocumentAnswer<SupplierInvoice> invoice) {}

  /** An invoice and what was paid of it. */
  record WithPayments(@JsonUnwrapped SupplierInvoice invoice, List<SupplierPayment> payments) {}

  @Override
  protected WithPayments shown(Versioned<SupplierInvoice> stored) {
    Map<String, String> ofInvoice = Map.of("invoice", stored.document().number().value());
    return new WithPayments(
        stored.document(),
        payments.having(stored.company(), ofInvoice).stream().map(Versioned::document).toList());
  }

  /** Takes in a bill, or a credit note, that is of no order. */
  @PostMapping
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<SupplierInvoice>> post(
      @PathVariable CompanyCode company, @RequestBody BillsHttp.DirectPosting direct) {
    return created(verbs.withoutOrder().post(company, direct));
  }

  @PostMapping("/{number}/payments")
  @RequiresPermission("purchasing.pay")
  ResponseEntity<Paid> pay(Versioned<SupplierInvoice> invoice, @RequestBody Paying paying) {
    SupplierPaid paid =
        verbs
            .pay()
            .pay(
                invoice,
                paying.amount(),
                Deductions.of(
                    paying.discount(),
                    paying.writeOff(),
                    Optional.empty(),
                    invoice.document().documentOpen().currency()),
                paying.rate(),
                new PaySupplier.Happened(
                    paying.date(), time.occurredAt(paying.date(), paying.occurredAt())));
    Versioned<SupplierInvoice> after = invoice.next(paid.invoice());
    return Replies.created(new Paid(paid.payment(), answer(after)), after.version());
  }

  /** The invoice that takes this one back. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<SupplierInvoice>> reverse(
      Versioned<SupplierInvoice> invoice, @RequestBody Reversal asked) {
    return created(verbs.reverse().reverse(invoice, asked, time.occurredAt(Optional.empty())));
  }

  /** 201 with the invoice that a bill became. */
  ResponseEntity<DocumentAnswer<SupplierInvoice>> posted(Versioned<SupplierInvoice> made) {
    return created(made);
  }
}
