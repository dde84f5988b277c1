package org.millrace.sourcing.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.Acting;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.sourcing.Requisition;
import org.millrace.sourcing.RequisitionNumber;
import org.millrace.sourcing.request.IssueRequest;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Confirmation;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sourcing.read")
@RequestMapping("/api/companies/{company}/sourcing/requisitions")
class RequisitionsHttp extends DocumentEndpoints<Requisition, RequisitionNumber> {
  private final MakeRequisition make;
  private final OrderRequisition order;
  private final BusinessTime time;

  RequisitionsHttp(
      Documents<Requisition> requisitions,
      DocumentHistory history,
      MakeRequisition make,
      OrderRequisition order,
      BusinessTime time) {
    super(requisitions, history);
    this.make = make;
    this.order = order;
    this.time = time;
  }

  /** What is needed; by whoever asks for it unless somebody else is named. */
  record Requesting(
      Optional<String> requestedBy,
      Optional<LocationCode> location,
      Optional<String> note,
      List<MakeRequisition.WantedLine> lines,
      Optional<Instant> occurredAt) {
    MakeRequisition.Wanted wanted(String otherwise) {
      return new MakeRequisition.Wanted(requestedBy.orElse(otherwise), location, note, lines);
    }
  }

  /** Whom to ask, and until when they may answer. */
  record Asking(
      LocalDate answerBy,
      List<PartyCode> suppliers,
      Optional<String> note,
      Optional<Instant> occurredAt) {
    IssueRequest.Call call() {
      return new IssueRequest.Call(answerBy, suppliers, note);
    }
  }

  /** The supplier of all, where it is not who sold each item last, and which lines; else all. */
  record Ordering(
      Optional<PartyCode> supplier,
      Optional<List<OrderRequisition.WantedLine>> lines,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt) {
    OrderRequisition.Wanted wanted() {
      return new OrderRequisition.Wanted(supplier, lines.orElse(List.of()));
    }
  }

  /** Why it is not bought. */
  record Closing(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sourcing.request")
  ResponseEntity<DocumentAnswer<Requisition>> make(
      @PathVariable CompanyCode company, @RequestBody Requesting requesting) {
    return created(
        make.make(
            company, requesting.wanted(Acting.actor()), time.occurredAt(requesting.occurredAt())));
  }

  /** Needs something else; the whole requisition as it is to be. */
  @PutMapping("/{number}")
  @RequiresPermission("sourcing.request")
  ResponseEntity<DocumentAnswer<Requisition>> change(
      Versioned<Requisition> requisition, @RequestBody Requesting requesting) {
    return ok(
        make.change(
            requisition,
            requesting.wanted(requisition.document().requestedBy()),
            time.occurredAt(requesting.occurredAt())));
  }

  /** Issues a request for quotation of what is on no order; the requisition names it. */
  @PostMapping("/{number}/ask")
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<Requisition>> ask(
      Versioned<Requisition> requisition, @RequestBody Asking asking) {
    return ok(order.ask(requisition, asking.call(), time.occurredAt(asking.occurredAt())));
  }

  /** Places one order with each supplier; the lines name them. */
  @PostMapping("/{number}/order")
  @RequiresPermission("purchasing.order")
  ResponseEntity<DocumentAnswer<Requisition>> order(
      Versioned<Requisition> requisition, @RequestBody Ordering ordering) {
    return ok(
        Confirmation.by(
            ordering.confirmed(),
            () ->
                order.order(
                    requisition, ordering.wanted(), time.occurredAt(ordering.occurredAt()))));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<Requisition>> reject(
      Versioned<Requisition> requisition, @RequestBody Closing closing) {
    return ok(make.reject(requisition, closing.reason(), time.occurredAt(closing.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sourcing.request")
  ResponseEntity<DocumentAnswer<Requisition>> cancel(
      Versioned<Requisition> requisition, @RequestBody Closing closing) {
    return ok(make.cancel(requisition, closing.reason(), time.occurredAt(closing.occurredAt())));
  }
}
