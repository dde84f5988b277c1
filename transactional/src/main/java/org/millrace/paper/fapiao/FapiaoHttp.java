package org.millrace.paper.fapiao;

import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.Fapiao;
import org.millrace.paper.FapiaoGateway;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("paper.read")
@RequestMapping("/api/companies/{company}/paper/fapiao")
class FapiaoHttp extends DocumentEndpoints<Fapiao, DocumentNumber> {
  private final RecordFapiao record;
  private final BusinessTime time;

  FapiaoHttp(
      Documents<Fapiao> fapiao, DocumentHistory history, RecordFapiao record, BusinessTime time) {
    super(fapiao, history);
    this.record = record;
    this.time = time;
  }

  /** What somebody found who looked the fapiao up; needed where no gateway is set up. */
  record Verifying(Optional<Boolean> genuine, Optional<String> note) {
    Optional<FapiaoGateway.Answer> answer() {
      return genuine.map(is -> new FapiaoGateway.Answer(is, note.orElse("")));
    }
  }

  record Matching(SupplierInvoiceNumber bill) {}

  @PostMapping
  @RequiresPermission("paper.write")
  ResponseEntity<DocumentAnswer<Fapiao>> record(
      @PathVariable CompanyCode company, @RequestBody RecordFapiao.Printed printed) {
    return created(record.record(company, printed, time.occurredAt(Optional.empty())));
  }

  @PostMapping("/{number}/verify")
  @RequiresPermission("paper.write")
  ResponseEntity<DocumentAnswer<Fapiao>> verify(
      Versioned<Fapiao> before, @RequestBody Verifying verifying) {
    return ok(record.verify(before, verifying.answer(), time.occurredAt(Optional.empty())));
  }

  @PostMapping("/{number}/match")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<Fapiao>> match(
      Versioned<Fapiao> before, @RequestBody Matching matching) {
    return ok(record.match(before, matching.bill(), time.occurredAt(Optional.empty())));
  }
}
