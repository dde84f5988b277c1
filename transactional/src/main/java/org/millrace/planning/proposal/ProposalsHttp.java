package org.millrace.planning.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.web.BusinessTime;
import org.millrace.web.LargestBody;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/planning")
class ProposalsHttp {
  private final TakePlan take;
  private final DecideProposal decide;
  private final Proposals proposals;
  private final Companies companies;
  private final BusinessTime time;

  ProposalsHttp(
      TakePlan take,
      DecideProposal decide,
      Proposals proposals,
      Companies companies,
      BusinessTime time) {
    this.take = take;
    this.decide = decide;
    this.proposals = proposals;
    this.companies = companies;
    this.time = time;
  }

  record Taking(
      String planVersion,
      LocalDate asOf,
      List<NewPlan.Proposed> proposals,
      Optional<Instant> occurredAt) {}

  record Approving(
      Optional<PartyCode> supplier,
      @Amount Optional<BigDecimal> unitPrice,
      Optional<Quantity> quantity,
      Optional<String> note,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt) {}

  record Rejecting(String note, Optional<Instant> occurredAt) {}

  record Reopening(Optional<Instant> occurredAt) {}

  @PostMapping("/plans")
  @LargestBody(64 * 1024 * 1024)
  @RequiresPermission("planning.write")
  TakenPlan take(@PathVariable CompanyCode company, @RequestBody Taking taking) {
    companies.named(company);
    NewPlan plan = new NewPlan(taking.planVersion(), taking.asOf(), taking.proposals());
    return take.taken(company, plan, time.occurredAt(taking.occurredAt()));
  }

  @GetMapping("/plans")
  @RequiresPermission("planning.read")
  @ListOf(TakenPlan.class)
  ListAnswer<TakenPlan> plans(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return proposals.plans(company, ListRequest.of(query));
  }

  @PostMapping("/proposals/{proposal}/approve")
  @RequiresPermission("planning.write")
  ResponseEntity<Proposal> approve(
      @PathVariable CompanyCode company,
      @PathVariable ProposalId proposal,
      @RequestBody Approving approving) {
    DecideProposal.Terms terms =
        new DecideProposal.Terms(
            approving.supplier(),
            approving.unitPrice(),
            approving.quantity(),
            approving.note(),
            approving.confirmed().orElse(false));
    StoredProposal stored =
        decide.approved(company, proposal, terms, time.occurredAt(approving.occurredAt()));
    return Replies.created(stored.proposal(), stored.version());
  }

  @PostMapping("/proposals/{proposal}/reject")
  @RequiresPermission("planning.write")
  ResponseEntity<Proposal> reject(
      @PathVariable CompanyCode company,
      @PathVariable ProposalId proposal,
      @RequestBody Rejecting rejecting) {
    StoredProposal stored =
        decide.rejected(
            company, proposal, rejecting.note(), time.occurredAt(rejecting.occurredAt()));
    return Replies.ok(stored.proposal(), stored.version());
  }

  /**
   * Takes a rejection back, or an approval while its document can be cancelled, which it is; the
   * next plan proposes what is still needed.
   */
  @PostMapping("/proposals/{proposal}/reopen")
  @RequiresPermission("planning.write")
  ResponseEntity<Proposal> reopen(
      @PathVariable CompanyCode company,
      @PathVariable ProposalId proposal,
      @RequestBody Reopening reopening) {
    StoredProposal stored =
        decide.reopened(company, proposal, time.occurredAt(reopening.occurredAt()));
    return Replies.ok(stored.proposal(), stored.version());
  }

  @GetMapping("/proposals/{proposal}")
  @RequiresPermission("planning.read")
  ResponseEntity<Proposal> proposal(
      @PathVariable CompanyCode company, @PathVariable ProposalId proposal) {
    StoredProposal stored = proposals.named(company, proposal);
    return Replies.ok(stored.proposal(), stored.version());
  }

  /** Those for one sales order, with what came of them: {@code ?document=SO-000017}. */
  @GetMapping("/proposals")
  @RequiresPermission("planning.read")
  @ListOf(ProposalColumns.class)
  ListAnswer<Proposal> page(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return proposals.page(company, ListRequest.of(query));
  }
}
