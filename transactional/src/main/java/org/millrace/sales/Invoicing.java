package org.millrace.sales;

import java.util.List;
import java.util.Set;
import org.millrace.shared.CompanyCode;

/** Posts direct sales, credit notes and payments, many at once. */
public interface Invoicing {
  /**
   * Posts the documents in the order given: goods leave or come back, the invoice is owed.
   *
   * @throws org.millrace.shared.Refused when a customer or item is unknown or stock does not
   *     suffice
   */
  List<Invoice> post(CompanyCode company, List<NewInvoice> documents);

  /**
   * Takes payments (refunds negative) for invoices.
   *
   * @throws org.millrace.shared.Refused when an invoice is unknown or more is paid than is open
   */
  List<PaymentReceived> pay(CompanyCode company, List<NewPayment> payments);

  /** Those of the numbers that are taken. */
  Set<String> taken(CompanyCode company, List<String> numbers);
}
