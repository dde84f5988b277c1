package org.millrace.sales.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.payment.Payment;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
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

@RestController("salesInvoicesHttp")
@RequestMapping("/api/companies/{company}/sales/invoices")
class InvoicesHttp {
  private static final int DAYS_TO_PAY = 30;

  private final Invoicing invoicing;
  private final CreditInvoice creditInvoice;
  private final Invoices invoices;
  private final Documents<Payment> payments;
  private final Companies companies;
  private final BusinessTime time;

  InvoicesHttp(
      Invoicing invoicing,
      CreditInvoice creditInvoice,
      Invoices invoices,
      Documents<Payment> payments,
      Companies companies,
      BusinessTime time) {
    this.invoicing = invoicing;
    this.creditInvoice = creditInvoice;
    this.invoices = invoices;
    this.payments = payments;
    this.companies = companies;
    this.time = time;
  }

  /** A direct sale: what is billed leaves the stock at once. */
  record DirectSale(
      PartyCode customer,
      Optional<Instant> occurredAt,
      Optional<Integer> daysToPay,
      List<NewInvoice.Line> lines) {}

  /** Money received; a refund of a credit note is negative. */
  record PaymentAsked(BigDecimal amount, Optional<LocalDate> date, Optional<Instant> occurredAt) {}

  /**
   * What comes back, by line of the invoice; all that is left when no line is named. A replacement
   * that is due is delivered by the order again; without the word there is none.
   */
  record CreditAsked(
      Optional<List<CreditLine>> lines,
      Optional<CreditInvoice.Replacement> replacement,
      Optional<Instant> occurredAt) {}

  /** How much of a line of the invoice comes back. */
  record CreditLine(int line, Quantity quantity) {}

  /** An invoice and the money received for it. */
  record Answer(Version version, @JsonUnwrapped Invoice invoice, List<Payment> payments) {}

  @PostMapping
  @RequiresPermission("sales.invoice")
  ResponseEntity<Invoice> sell(@PathVariable CompanyCode company, @RequestBody DirectSale sale) {
    NewInvoice paper =
        new NewInvoice(
            Invoice.Kind.INVOICE,
            Optional.empty(),
            Optional.empty(),
            sale.customer(),
            Optional.empty(),
            time.occurredAt(sale.occurredAt()),
            sale.daysToPay().orElse(DAYS_TO_PAY),
            Optional.empty(),
            sale.lines());
    return Replies.created(invoicing.post(company, List.of(paper)).get(0), new Version(1));
  }

  @PostMapping("/{number}/payments")
  @RequiresPermission("sales.pay")
  ResponseEntity<PaymentReceived> pay(
      @PathVariable CompanyCode company,
      @PathVariable InvoiceNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody PaymentAsked asked) {
    Invoices.Kept kept = named(company, number);
    expected.check("Invoice " + number, kept.version().number());
    Money amount = Money.of(asked.amount(), kept.invoice().currency());
    Instant moment =
        companies
            .named(company)
            .happened(asked.date(), time.occurredAt(asked.date(), asked.occurredAt()));
    NewPayment payment = new NewPayment(number, amount, moment);
    PaymentReceived received = invoicing.pay(company, List.of(payment)).get(0);
    return Replies.created(received, new Version(received.head().aggregateVersion()));
  }

  @PostMapping("/{number}/credit-notes")
  @RequiresPermission("sales.credit")
  ResponseEntity<Invoice> credit(
      @PathVariable CompanyCode company,
      @PathVariable InvoiceNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody CreditAsked asked) {
    Map<Integer, Quantity> quantities =
        asked.lines().orElse(List.of()).stream()
            .collect(Collectors.toMap(CreditLine::line, CreditLine::quantity, Quantity::plus));
    CreditInvoice.Wanted wanted =
        new CreditInvoice.Wanted(
            quantities, asked.replacement().orElse(CreditInvoice.Replacement.NONE));
    Invoice note =
        creditInvoice.credit(
            company, number, expected, wanted, time.occurredAt(asked.occurredAt()));
    return Replies.created(note, new Version(1));
  }

  @GetMapping
  @RequiresPermission("sales.read")
  Page<Invoices.Kept> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return invoices.list(company, new PageRequest(search, page));
  }

  @GetMapping("/{number}")
  @RequiresPermission("sales.read")
  ResponseEntity<Answer> one(
      @PathVariable CompanyCode company, @PathVariable InvoiceNumber number) {
    Invoices.Kept kept = named(company, number);
    Invoice whole = kept.invoice().with(invoices.lines(company, number));
    List<Payment> paid =
        payments.find(company, invoices.payments(company, number)).stream()
            .map(Versioned::document)
            .toList();
    return Replies.ok(new Answer(kept.version(), whole, paid), kept.version());
  }

  private Invoices.Kept named(CompanyCode company, InvoiceNumber number) {
    return invoices
        .find(company, number)
        .orElseThrow(
            () -> Refused.notFound("There is no invoice %s in %s.".formatted(number, company)));
  }
}
