package org.millrace.crm.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityNumber;
import org.millrace.crm.Outcome;
import org.millrace.crm.Stage;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.Acting;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.stock.LocationCode;
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
@RequiresPermission("crm.read")
@RequestMapping("/api/companies/{company}/crm/opportunities")
class OpportunitiesHttp extends DocumentEndpoints<Opportunity, OpportunityNumber> {
  private final PursueOpportunity pursue;
  private final BusinessTime time;

  OpportunitiesHttp(
      Documents<Opportunity> opportunities,
      DocumentHistory history,
      PursueOpportunity pursue,
      BusinessTime time) {
    super(opportunities, history);
    this.pursue = pursue;
    this.time = time;
  }

  /** The owner is whoever opens it unless another one is named. */
  record Opening(
      PartyCode customer,
      String subject,
      LocalDate expectedCloseDate,
      Optional<String> owner,
      Optional<LocationCode> location,
      List<PursueOpportunity.WantedLine> lines,
      Optional<Instant> occurredAt) {
    private Opportunity.Outlook outlook() {
      return new Opportunity.Outlook(
          subject, owner.orElseGet(Acting::actor), expectedCloseDate, location);
    }
  }

  record Changing(
      String subject,
      LocalDate expectedCloseDate,
      String owner,
      Optional<LocationCode> location,
      List<PursueOpportunity.WantedLine> lines,
      Optional<Instant> occurredAt) {
    private Opportunity.Outlook outlook() {
      return new Opportunity.Outlook(subject, owner, expectedCloseDate, location);
    }
  }

  record Moving(Stage stage, Optional<String> note, Optional<Instant> occurredAt) {}

  /** Won, perhaps with the sales order, or lost for a reason. */
  record Closing(
      Outcome outcome,
      Optional<OrderNumber> orderNumber,
      Optional<String> lostReason,
      Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Opportunity>> open(
      @PathVariable CompanyCode company, @RequestBody Opening opening) {
    return created(
        pursue.open(
            company,
            opening.customer(),
            opening.outlook(),
            opening.lines(),
            time.occurredAt(opening.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Opportunity>> change(
      Versioned<Opportunity> opportunity, @RequestBody Changing changing) {
    return ok(
        pursue.change(
            opportunity,
            changing.outlook(),
            changing.lines(),
            time.occurredAt(changing.occurredAt())));
  }

  @PostMapping("/{number}/stage")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Opportunity>> move(
      Versioned<Opportunity> opportunity, @RequestBody Moving moving) {
    return ok(
        pursue.move(
            opportunity, moving.stage(), moving.note(), time.occurredAt(moving.occurredAt())));
  }

  @PostMapping("/{number}/close")
  @RequiresPermission("crm.write")
  ResponseEntity<DocumentAnswer<Opportunity>> close(
      Versioned<Opportunity> opportunity, @RequestBody Closing closing) {
    boolean won = closing.outcome() == Outcome.WON;
    new Problems()
        .require(closing.outcome() != Outcome.OPEN, "outcome", "open", "won or lost")
        .require(
            won || closing.orderNumber().isEmpty(),
            "orderNumber",
            closing.orderNumber().map(OrderNumber::value).orElse(""),
            "none unless it was won")
        .require(
            !won || closing.lostReason().isEmpty(),
            "lostReason",
            closing.lostReason().orElse(""),
            "none unless it was lost")
        .refuse(kind().titled(opportunity.document().number()) + " cannot be closed");
    Instant occurredAt = time.occurredAt(closing.occurredAt());
    return ok(
        won
            ? pursue.win(opportunity, closing.orderNumber(), occurredAt)
            : pursue.lose(opportunity, closing.lostReason().orElse(""), occurredAt));
  }
}
