package org.millrace.purchasing.invoice;

import java.util.List;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.payment.SupplierPaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The supplier invoices of each company. */
interface Invoices {
  /** A number no invoice had before. */
  SupplierInvoiceNumber nextNumber();

  /** A number no payment had before. */
  SupplierPaymentNumber nextPaymentNumber();

  /**
   * Keeps a new invoice.
   *
   * @throws org.millrace.shared.Refused as conflict when that paper of the supplier was posted
   *     before
   */
  void add(KeptInvoice posted);

  /**
   * Keeps an invoice after a payment.
   *
   * @throws org.millrace.shared.Refused as stale when it was changed since it was read
   */
  void change(KeptInvoice paid);

  /**
   * One invoice.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptInvoice named(CompanyCode company, SupplierInvoiceNumber number);

  /**
   * One invoice that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default KeptInvoice named(CompanyCode company, SupplierInvoiceNumber number, Version expected) {
    KeptInvoice kept = named(company, number);
    expected.check("Supplier invoice " + number, kept.version().number());
    return kept;
  }

  /** One invoice that is there, held until the transaction ends. */
  KeptInvoice held(CompanyCode company, SupplierInvoiceNumber number);

  /** The payments of it. */
  List<SupplierPaymentNumber> payments(CompanyCode company, SupplierInvoiceNumber number);

  /** Invoices whose number, order or supplier match, the latest first. */
  Page<SupplierInvoice> page(CompanyCode company, PageRequest request);
}
