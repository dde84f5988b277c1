package org.millrace.sales.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.payment.Payment;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The invoices and credit notes of each company. */
interface Invoices {
  /** A header as it stands, and its version. */
  record Kept(Version version, @JsonUnwrapped Invoice.Header invoice) {
    /** The paper after that much more was paid; refunds are negative. */
    Kept paid(Money amount) {
      return new Kept(new Version(version.number() + 1), invoice.paid(amount));
    }

    /** The event of a payment that made it what it is. */
    PaymentReceived event(CompanyCode company, Payment payment, Instant occurredAt) {
      String aggregate = EventHead.aggregateId("sales-invoice", company, invoice.number().value());
      return new PaymentReceived(
          EventHead.of(company, aggregate, version.number(), occurredAt), payment.told(), invoice);
    }
  }

  /** Adds papers under their numbers; their version is 1. */
  void add(CompanyCode company, List<Invoice> papers);

  /** Those of the papers that exist, held until the transaction ends. */
  Map<InvoiceNumber, Kept> hold(CompanyCode company, Collection<InvoiceNumber> numbers);

  /** Notes what is paid now of papers that are held; they are as after their payments. */
  void changePaid(CompanyCode company, List<Kept> papers);

  /** What was credited before of each line of an invoice. */
  Map<Integer, Quantity> credited(CompanyCode company, InvoiceNumber number);

  /** Notes that so much more of the lines is credited now. */
  void addCredited(CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> quantities);

  Optional<Kept> find(CompanyCode company, InvoiceNumber number);

  List<Invoice.Line> lines(CompanyCode company, InvoiceNumber number);

  /** The payments for it. */
  List<PaymentNumber> payments(CompanyCode company, InvoiceNumber number);

  Page<Kept> list(CompanyCode company, PageRequest request);

  Set<String> taken(CompanyCode company, Collection<String> numbers);
}
