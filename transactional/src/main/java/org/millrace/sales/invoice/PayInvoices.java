package org.millrace.sales.invoice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;

/** What other domains may do with the open amounts of invoices. */
final class PayInvoices implements InvoicePayments {
  private final Companies companies;
  private final Documents<Invoice> invoices;
  private final TakePayments take;
  private final ReversePayment reverse;

  PayInvoices(
      Companies companies, Documents<Invoice> invoices, TakePayments take, ReversePayment reverse) {
    this.companies = companies;
    this.invoices = invoices;
    this.take = take;
    this.reverse = reverse;
  }

  @Override
  public List<Versioned<Invoice>> lock(CompanyCode company, Collection<InvoiceNumber> numbers) {
    return numbers.isEmpty() ? List.of() : invoices.lock(company, numbers);
  }

  @Override
  public List<PaymentReceived> take(CompanyCode company, List<NewPayment> payments) {
    return payments.isEmpty() ? List.of() : take.take(company, payments);
  }

  @Override
  public void takeBack(
      CompanyCode company, List<String> payments, String reason, Instant occurredAt) {
    ReversePayment.TakenBack how =
        new ReversePayment.TakenBack(reason, companies.dayOf(company, occurredAt), occurredAt);
    reverse.reverse(company, payments.stream().map(PaymentNumber::new).toList(), how);
  }
}
