package org.millrace.purchasing.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.order.Orders;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController("supplierInvoicesHttp")
@RequestMapping("/api/companies/{company}/purchasing")
class InvoicesHttp {
  private final Orders orders;
  private final Invoices invoices;
  private final PostSupplierInvoice post;
  private final PaySupplier pay;
  private final Documents<SupplierPayment> payments;
  private final BusinessTime time;

  InvoicesHttp(
      Orders orders,
      Invoices invoices,
      PostSupplierInvoice post,
      PaySupplier pay,
      Documents<SupplierPayment> payments,
      BusinessTime time) {
    this.orders = orders;
    this.invoices = invoices;
    this.post = post;
    this.pay = pay;
    this.payments = payments;
    this.time = time;
  }

  record Posting(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      List<Bill.Line> lines,
      Optional<Instant> occurredAt) {}

  record Paying(BigDecimal amount, Optional<LocalDate> date, Optional<Instant> occurredAt) {}

  record Paid(SupplierPaid.Payment payment, SupplierInvoice invoice) {}

  /** An invoice and what was paid of it. */
  record Answer(@JsonUnwrapped SupplierInvoice invoice, List<SupplierPayment> payments) {}

  @PostMapping("/orders/{number}/invoices")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<SupplierInvoice> post(
      @PathVariable CompanyCode company,
      @PathVariable PurchaseOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Posting posting) {
    KeptInvoice posted =
        post.posted(
            orders.named(company, number, expected),
            new Bill(
                posting.supplierReference(),
                posting.invoiceDate(),
                posting.dueDate(),
                posting.lines()),
            time.occurredAt(posting.occurredAt()));
    return Replies.created(posted.invoice(), posted.version());
  }

  @PostMapping("/invoices/{number}/payments")
  @RequiresPermission("purchasing.pay")
  ResponseEntity<Paid> pay(
      @PathVariable CompanyCode company,
      @PathVariable SupplierInvoiceNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Paying paying) {
    PaySupplier.Paid paid =
        pay.paid(
            invoices.named(company, number, expected),
            paying.amount(),
            paying.date(),
            time.occurredAt(paying.date(), paying.occurredAt()));
    return Replies.created(new Paid(paid.payment(), paid.kept().invoice()), paid.kept().version());
  }

  @GetMapping("/invoices/{number}")
  @RequiresPermission("purchasing.read")
  ResponseEntity<Answer> invoice(
      @PathVariable CompanyCode company, @PathVariable SupplierInvoiceNumber number) {
    KeptInvoice kept = invoices.named(company, number);
    List<SupplierPayment> paid =
        payments.find(company, invoices.payments(company, number)).stream()
            .map(Versioned::document)
            .toList();
    return Replies.ok(new Answer(kept.invoice(), paid), kept.version());
  }

  @GetMapping("/invoices")
  @RequiresPermission("purchasing.read")
  Page<SupplierInvoice> page(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return invoices.page(company, new PageRequest(search, page));
  }
}
