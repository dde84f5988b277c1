package org.millrace.sales.quotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/sales/quotations")
class QuotationsHttp {
  private final MakeQuotation makeQuotation;
  private final CloseQuotation closeQuotation;
  private final Quotations quotations;
  private final BusinessTime time;

  QuotationsHttp(
      MakeQuotation makeQuotation,
      CloseQuotation closeQuotation,
      Quotations quotations,
      BusinessTime time) {
    this.makeQuotation = makeQuotation;
    this.closeQuotation = closeQuotation;
    this.quotations = quotations;
    this.time = time;
  }

  /** What is offered, and the last day on which the customer may take it. */
  record QuotationAsked(
      PartyCode customer,
      LocalDate validUntil,
      Optional<Instant> occurredAt,
      List<NewInvoice.Line> lines) {}

  /** When, and the day on which the customer wants the goods. */
  record AcceptAsked(Optional<Instant> occurredAt, Optional<LocalDate> requestedDate) {}

  /** When. */
  record CloseAsked(Optional<Instant> occurredAt) {}

  /** Why the customer declined, and when. */
  record RejectAsked(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sales.write")
  ResponseEntity<Quotation> make(
      @PathVariable CompanyCode company, @RequestBody QuotationAsked asked) {
    NewQuotation wanted =
        new NewQuotation(
            asked.customer(),
            time.occurredAt(asked.occurredAt()),
            asked.validUntil(),
            asked.lines());
    KeptQuotation made = makeQuotation.made(company, wanted);
    return Replies.created(made.quotation(), made.version());
  }

  /** The quotation as it is afterwards; it names the sales order it became. */
  @PostMapping("/{number}/accept")
  @RequiresPermission("sales.write")
  ResponseEntity<Quotation> accept(
      @PathVariable CompanyCode company,
      @PathVariable QuotationNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody AcceptAsked asked) {
    KeptQuotation held = quotations.held(company, number, expected);
    return reply(
        closeQuotation.accepted(held, asked.requestedDate(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("sales.write")
  ResponseEntity<Quotation> reject(
      @PathVariable CompanyCode company,
      @PathVariable QuotationNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody RejectAsked asked) {
    KeptQuotation held = quotations.held(company, number, expected);
    return reply(
        closeQuotation.rejected(held, asked.reason(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/expire")
  @RequiresPermission("sales.write")
  ResponseEntity<Quotation> expire(
      @PathVariable CompanyCode company,
      @PathVariable QuotationNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody CloseAsked asked) {
    KeptQuotation held = quotations.held(company, number, expected);
    return reply(closeQuotation.expired(held, time.occurredAt(asked.occurredAt())));
  }

  @GetMapping
  @RequiresPermission("sales.read")
  Page<Quotation> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return quotations.list(company, new PageRequest(search, page));
  }

  @GetMapping("/{number}")
  @RequiresPermission("sales.read")
  ResponseEntity<Quotation> one(
      @PathVariable CompanyCode company, @PathVariable QuotationNumber number) {
    return reply(quotations.named(company, number));
  }

  private static ResponseEntity<Quotation> reply(KeptQuotation kept) {
    return Replies.ok(kept.quotation(), kept.version());
  }
}
