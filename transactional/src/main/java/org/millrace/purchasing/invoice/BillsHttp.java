package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.Documents;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.tax.TaxTerms;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what a supplier bills for an order. */
@RestController
class BillsHttp {
  private final Documents<PurchaseOrder> orders;
  private final InvoicesHttp invoices;
  private final PostSupplierInvoice post;
  private final BusinessTime time;

  BillsHttp(
      Documents<PurchaseOrder> orders,
      InvoicesHttp invoices,
      PostSupplierInvoice post,
      BusinessTime time) {
    this.orders = orders;
    this.invoices = invoices;
    this.post = post;
    this.time = time;
  }

  /**
   * Prices are net unless they include the tax. The tax that the supplier printed is kept, and its
   * difference to the computed one is shown.
   */
  record Posting(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      List<Bill.Line> lines,
      Optional<Boolean> pricesInclude,
      Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment,
      Optional<BigDecimal> printedTax,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {
    Bill bill() {
      return new Bill(
          supplierReference,
          invoiceDate,
          dueDate,
          lines,
          TaxTerms.of(pricesInclude, documentDiscount, earlyPayment),
          printedTax);
    }
  }

  @PostMapping("/api/companies/{company}/purchasing/orders/{number}/invoices")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<SupplierInvoice>> post(
      @PathVariable CompanyCode company,
      @PathVariable PurchaseOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Posting posting) {
    return invoices.posted(
        post.post(
            orders.locked(company, number, expected),
            posting.bill(),
            time.happened(posting.occurredAt(), posting.postingDate())));
  }
}
