package org.millrace.sales.quotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.together.MadeTogether;
import org.millrace.party.PartyCode;
import org.millrace.sales.QuotationNumber;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.AskedLine;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/quotations")
class QuotationsHttp extends DocumentEndpoints<Quotation, QuotationNumber> {
  private final MakeQuotation makeQuotation;
  private final CloseQuotation closeQuotation;
  private final BusinessTime time;

  QuotationsHttp(
      Documents<Quotation> quotations,
      DocumentHistory history,
      MakeQuotation makeQuotation,
      CloseQuotation closeQuotation,
      BusinessTime time) {
    super(quotations, history);
    this.makeQuotation = makeQuotation;
    this.closeQuotation = closeQuotation;
    this.time = time;
  }

  /**
   * What is offered, and the last day on which the customer may take it. Prices are in the currency
   * that is named, else in the customer's, else in the company's, at the rate of the day unless one
   * is named; a change keeps the currency unless it names one. The discount in percent is of the
   * whole.
   */
  record QuotationAsked(
      PartyCode customer,
      LocalDate validUntil,
      Optional<Instant> occurredAt,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<BigDecimal> documentDiscountPercent,
      List<AskedLine> lines) {
    MakeQuotation.Asked wanted() {
      return new MakeQuotation.Asked(
          customer,
          validUntil,
          lines,
          new AgreedCurrency.Asked(currency, rate),
          documentDiscountPercent);
    }
  }

  /** When, and the day on which the customer wants the goods. */
  record AcceptAsked(Optional<Instant> occurredAt, Optional<LocalDate> requestedDate) {}

  /** When. */
  record CloseAsked(Optional<Instant> occurredAt) {}

  /** Why the customer declined, and when. */
  record RejectAsked(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sales.write")
  @MadeTogether
  ResponseEntity<DocumentAnswer<Quotation>> make(
      @PathVariable CompanyCode company, @RequestBody QuotationAsked asked) {
    return created(
        makeQuotation.make(company, asked.wanted(), time.occurredAt(asked.occurredAt())));
  }

  /** Notes that it went to the customer; after that it is revised and not changed. */
  @PostMapping("/{number}/send")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<Quotation>> send(
      Versioned<Quotation> before, @RequestBody CloseAsked asked) {
    return ok(makeQuotation.send(before, time.occurredAt(asked.occurredAt())));
  }

  /**
   * The version that replaces it, as the whole offer is to be; it has a number of its own. The
   * replaced one stays to be read and names it.
   */
  @PostMapping("/{number}/revise")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<Quotation>> revise(
      Versioned<Quotation> before, @RequestBody QuotationAsked asked) {
    return created(
        makeQuotation.revise(before, asked.wanted(), time.occurredAt(asked.occurredAt())));
  }

  /** Offers something else before it is sent; the whole quotation as it is to be. */
  @PutMapping("/{number}")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<Quotation>> change(
      Versioned<Quotation> before, @RequestBody QuotationAsked asked) {
    return ok(makeQuotation.change(before, asked.wanted(), time.occurredAt(asked.occurredAt())));
  }

  /** The quotation as it is afterwards; it names the sales order it became. */
  @PostMapping("/{number}/accept")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<Quotation>> accept(
      Versioned<Quotation> before, @RequestBody AcceptAsked asked) {
    return ok(
        closeQuotation.accept(before, asked.requestedDate(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<Quotation>> reject(
      Versioned<Quotation> before, @RequestBody RejectAsked asked) {
    return ok(closeQuotation.reject(before, asked.reason(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/expire")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<Quotation>> expire(
      Versioned<Quotation> before, @RequestBody CloseAsked asked) {
    return ok(closeQuotation.expire(before, time.occurredAt(asked.occurredAt())));
  }
}
