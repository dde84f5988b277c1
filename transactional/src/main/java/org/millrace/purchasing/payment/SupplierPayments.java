package org.millrace.purchasing.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.millrace.document.Versioned;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.shared.CompanyCode;

/** Settles suppliers' invoices: the only way in which their open amounts change. */
public interface SupplierPayments {
  /** Those of the invoices that exist, locked until the transaction ends. */
  List<Versioned<SupplierInvoice>> lock(
      CompanyCode company, Collection<SupplierInvoiceNumber> numbers);

  /**
   * Pays invoices in the order given.
   *
   * @throws org.millrace.shared.Refused when an invoice is unknown or more is paid than is open
   */
  List<SupplierPaid> pay(CompanyCode company, List<NewSupplierPayment> payments);

  /** Takes back payments that belong to another document, which is reversed with them. */
  void takeBack(CompanyCode company, List<String> payments, String reason, Instant occurredAt);
}
