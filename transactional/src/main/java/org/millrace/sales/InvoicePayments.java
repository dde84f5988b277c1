package org.millrace.sales;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;

/** Settles invoices and credit notes: the only way in which their open amounts change. */
public interface InvoicePayments {
  /** Those of the invoices that exist, locked until the transaction ends. */
  List<Versioned<Invoice>> lock(CompanyCode company, Collection<InvoiceNumber> numbers);

  /**
   * Takes payments (refunds negative) in the order given.
   *
   * @throws org.millrace.shared.Refused when an invoice is unknown or more is paid than is open
   */
  List<PaymentReceived> take(CompanyCode company, List<NewPayment> payments);

  /** Takes back payments that belong to another document, which is reversed with them. */
  void takeBack(CompanyCode company, List<String> payments, String reason, Instant occurredAt);
}
