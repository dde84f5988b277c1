package org.millrace.sales.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.PaymentReceived.Payment;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The invoices and credit notes of each company. */
interface Invoices {
  /** A header as it stands, and its version. */
  record Kept(Version version, @JsonUnwrapped Invoice.Header invoice) {}

  /** Adds papers under their numbers; their version is 1. */
  void add(CompanyCode company, List<Invoice> papers);

  /** Those of the papers that exist, held until the transaction ends. */
  Map<InvoiceNumber, Kept> hold(CompanyCode company, Collection<InvoiceNumber> numbers);

  /** Notes payments; the papers are as after them. */
  void addPayments(CompanyCode company, List<Kept> papers, Map<InvoiceNumber, Payment> payments);

  /** What was credited before of each line of an invoice. */
  Map<Integer, Quantity> credited(CompanyCode company, InvoiceNumber number);

  /** Notes that so much more of the lines is credited now. */
  void addCredited(CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> quantities);

  Optional<Kept> find(CompanyCode company, InvoiceNumber number);

  List<Invoice.Line> lines(CompanyCode company, InvoiceNumber number);

  List<Payment> payments(CompanyCode company, InvoiceNumber number);

  Page<Kept> list(CompanyCode company, PageRequest request);

  Set<String> taken(CompanyCode company, Collection<String> numbers);
}
