package org.millrace.paper.received;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.EInvoice;
import org.millrace.paper.EInvoiceChanged;
import org.millrace.paper.EInvoiceStatus.Act;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.BusinessTime;
import org.millrace.web.FewAtOnce;
import org.millrace.web.LargestBody;
import org.millrace.web.RequiresPermission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController("receivedEInvoicesHttp")
@RequiresPermission("paper.read")
@RequestMapping("/api/companies/{company}/paper/e-invoices")
class EInvoicesHttp extends DocumentEndpoints<EInvoice, DocumentNumber> {
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final int AT_ONCE = 4;

  private final ReceiveEInvoices receive;
  private final BillEInvoice bill;
  private final BusinessTime time;

  EInvoicesHttp(
      Documents<EInvoice> invoices,
      DocumentHistory history,
      ReceiveEInvoices receive,
      BillEInvoice bill,
      BusinessTime time) {
    super(invoices, history);
    this.receive = receive;
    this.bill = bill;
    this.time = time;
  }

  /**
   * Of lines that are not named, what the proposal found is taken. Where no order is billed, or a
   * supplier is named, lines are booked to accounts.
   */
  record Billing(
      Optional<PurchaseOrderNumber> order,
      Optional<PartyCode> supplier,
      Optional<ExchangeRate> rate,
      Optional<List<BillEInvoice.Assigned>> lines,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {}

  record Rejecting(String reason) {}

  /** Takes in the body, a file of XML or a PDF with one inside, under that name. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @LargestBody(LARGEST)
  @FewAtOnce(AT_ONCE)
  @RequiresPermission("paper.write")
  ResponseEntity<DocumentAnswer<EInvoice>> receive(
      @PathVariable CompanyCode company, @RequestParam String name, @RequestBody byte[] file) {
    return created(receive.receive(company, name, file, time.occurredAt(Optional.empty())));
  }

  /** What would be billed, for the order that is named or else that of the file. */
  @GetMapping("/{number}/proposal")
  @RequiresPermission("purchasing.read")
  BillEInvoice.Proposal proposal(
      @PathVariable CompanyCode company,
      @PathVariable DocumentNumber number,
      @RequestParam Optional<PurchaseOrderNumber> order) {
    return bill.propose(company, documents().named(company, number).document(), order);
  }

  @PostMapping("/{number}/bill")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<EInvoice>> bill(
      Versioned<EInvoice> before, @RequestBody Billing billing) {
    return ok(
        bill.bill(
            before,
            new BillEInvoice.Said(
                billing.order(),
                billing.supplier(),
                billing.rate(),
                billing.lines().orElse(List.of())),
            time.happened(billing.occurredAt(), billing.postingDate())));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("paper.write")
  ResponseEntity<DocumentAnswer<EInvoice>> reject(
      Versioned<EInvoice> before, @RequestBody Rejecting rejecting) {
    new Problems()
        .require(!rejecting.reason().isBlank(), "reason", rejecting.reason(), "some words")
        .refuse("The electronic invoice cannot be rejected");
    return ok(
        documents()
            .change(
                before,
                before.document().rejected(rejecting.reason().strip()),
                time.occurredAt(Optional.empty()),
                (head, now) -> new EInvoiceChanged(head, now, Optional.of(Act.REJECT))));
  }
}
