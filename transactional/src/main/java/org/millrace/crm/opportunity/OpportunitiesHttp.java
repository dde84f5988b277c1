package org.millrace.crm.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityNumber;
import org.millrace.crm.Outcome;
import org.millrace.crm.Stage;
import org.millrace.outbox.Acting;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/crm/opportunities")
class OpportunitiesHttp {
  private final PursueOpportunity pursue;
  private final Opportunities opportunities;
  private final Companies companies;
  private final BusinessTime time;

  OpportunitiesHttp(
      PursueOpportunity pursue,
      Opportunities opportunities,
      Companies companies,
      BusinessTime time) {
    this.pursue = pursue;
    this.opportunities = opportunities;
    this.companies = companies;
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
  ResponseEntity<Opportunity> open(
      @PathVariable CompanyCode company, @RequestBody Opening opening) {
    KeptOpportunity opened =
        pursue.opened(
            company,
            opening.customer(),
            opening.outlook(),
            opening.lines(),
            time.occurredAt(opening.occurredAt()));
    return Replies.created(opened.opportunity(), opened.version());
  }

  @PutMapping("/{number}")
  @RequiresPermission("crm.write")
  ResponseEntity<Opportunity> change(
      @PathVariable CompanyCode company,
      @PathVariable OpportunityNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Changing changing) {
    KeptOpportunity now =
        pursue.changed(
            opportunities.named(company, number, expected),
            changing.outlook(),
            changing.lines(),
            time.occurredAt(changing.occurredAt()));
    return Replies.ok(now.opportunity(), now.version());
  }

  @PostMapping("/{number}/stage")
  @RequiresPermission("crm.write")
  ResponseEntity<Opportunity> move(
      @PathVariable CompanyCode company,
      @PathVariable OpportunityNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Moving moving) {
    KeptOpportunity now =
        pursue.moved(
            opportunities.named(company, number, expected),
            moving.stage(),
            moving.note(),
            time.occurredAt(moving.occurredAt()));
    return Replies.ok(now.opportunity(), now.version());
  }

  @PostMapping("/{number}/close")
  @RequiresPermission("crm.write")
  ResponseEntity<Opportunity> close(
      @PathVariable CompanyCode company,
      @PathVariable OpportunityNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Closing closing) {
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
        .refuse("Opportunity " + number + " cannot be closed");
    KeptOpportunity kept = opportunities.named(company, number, expected);
    Instant occurredAt = time.occurredAt(closing.occurredAt());
    KeptOpportunity now =
        won
            ? pursue.won(kept, closing.orderNumber(), occurredAt)
            : pursue.lost(kept, closing.lostReason().orElse(""), occurredAt);
    return Replies.ok(now.opportunity(), now.version());
  }

  @GetMapping("/{number}")
  @RequiresPermission("crm.read")
  ResponseEntity<Opportunity> opportunity(
      @PathVariable CompanyCode company, @PathVariable OpportunityNumber number) {
    KeptOpportunity kept = opportunities.named(company, number);
    return Replies.ok(kept.opportunity(), kept.version());
  }

  @GetMapping
  @RequiresPermission("crm.read")
  Page<Opportunity> page(
      @PathVariable CompanyCode company,
      @RequestParam Optional<Outcome> outcome,
      @RequestParam Optional<Stage> stage,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    return opportunities.page(
        company, new Opportunities.Filter(outcome, stage), new PageRequest(search, page));
  }
}
