package org.millrace.sales.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.PaymentReceived;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.tax.Deductions;
import org.millrace.tax.TaxTerms;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("salesInvoicesHttp")
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/invoices")
class InvoicesHttp extends DocumentEndpoints<Invoice, InvoiceNumber> {
  private static final int DAYS_TO_PAY = 30;

  private final Invoicing invoicing;
  private final TakePayments takePayments;
  private final CreditInvoice creditInvoice;
  private final BusinessTime time;

  InvoicesHttp(
      Documents<Invoice> invoices,
      DocumentHistory history,
      Invoicing invoicing,
      TakePayments takePayments,
      CreditInvoice creditInvoice,
      BusinessTime time) {
    super(invoices, history);
    this.invoicing = invoicing;
    this.takePayments = takePayments;
    this.creditInvoice = creditInvoice;
    this.time = time;
  }

  /**
   * A direct sale: what is billed leaves the stock at once. Prices are net unless they include the
   * tax; a discount of the whole document is in its currency, as its prices are.
   */
  record DirectSale(
      PartyCode customer,
      Optional<Instant> occurredAt,
      Optional<Integer> daysToPay,
      List<NewInvoice.Line> lines,
      Optional<LocationCode> location,
      Optional<Boolean> pricesInclude,
      Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment) {}

  /**
   * Money received; a refund of a credit note is negative. A discount, what is written off and a
   * fee that the bank kept settle the invoice as well. All are in the currency of the invoice; a
   * foreign one is paid at the rate, else at that of the day.
   */
  record PaymentAsked(
      BigDecimal amount,
      Optional<BigDecimal> discount,
      Optional<BigDecimal> writeOff,
      Optional<BigDecimal> bankFee,
      Optional<ExchangeRate> rate,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt) {}

  /**
   * What comes back and to where, by line of the invoice; all that is left when no line is named. A
   * replacement that is due is delivered by the order again; without the word there is none.
   */
  record CreditAsked(
      Optional<List<CreditLine>> lines,
      Optional<CreditInvoice.Replacement> replacement,
      Optional<LocationCode> location,
      Optional<Instant> occurredAt) {}

  /** How much of a line of the invoice comes back. */
  record CreditLine(int line, Quantity quantity) {}

  @PostMapping
  @RequiresPermission("sales.invoice")
  ResponseEntity<Invoice> sell(@PathVariable CompanyCode company, @RequestBody DirectSale sale) {
    NewInvoice asked =
        new NewInvoice(
            Invoice.Kind.INVOICE,
            Optional.empty(),
            Optional.empty(),
            sale.customer(),
            Optional.empty(),
            time.occurredAt(sale.occurredAt()),
            sale.daysToPay().orElse(DAYS_TO_PAY),
            Optional.empty(),
            sale.lines(),
            TaxTerms.of(sale.pricesInclude(), sale.documentDiscount(), sale.earlyPayment()),
            sale.location().orElse(LocationCode.MAIN));
    return Replies.created(invoicing.post(company, List.of(asked)).get(0), new Version(1));
  }

  @PostMapping("/{number}/payments")
  @RequiresPermission("sales.pay")
  ResponseEntity<PaymentReceived> pay(Versioned<Invoice> before, @RequestBody PaymentAsked asked) {
    PaymentReceived received =
        takePayments.take(
            before,
            asked.amount(),
            Deductions.of(
                asked.discount(),
                asked.writeOff(),
                asked.bankFee(),
                before.document().documentOpen().currency()),
            asked.rate(),
            new TakePayments.Happened(
                asked.date(), time.occurredAt(asked.date(), asked.occurredAt())));
    return Replies.created(received, new Version(received.head().aggregateVersion()));
  }

  @PostMapping("/{number}/credit-notes")
  @RequiresPermission("sales.credit")
  ResponseEntity<Invoice> credit(Versioned<Invoice> before, @RequestBody CreditAsked asked) {
    Map<Integer, Quantity> quantities =
        asked.lines().orElse(List.of()).stream()
            .collect(Collectors.toMap(CreditLine::line, CreditLine::quantity, Quantity::plus));
    CreditInvoice.Wanted wanted =
        new CreditInvoice.Wanted(
            quantities,
            asked.replacement().orElse(CreditInvoice.Replacement.NONE),
            asked.location().orElse(LocationCode.MAIN));
    Versioned<Invoice> note =
        creditInvoice.credit(before, wanted, time.occurredAt(asked.occurredAt()));
    return Replies.created(note.document(), note.version());
  }
}
