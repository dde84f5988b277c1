package org.millrace.planning.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Acting;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.Proposal;
import org.millrace.planning.Proposal.Decision;
import org.millrace.planning.Proposal.Document;
import org.millrace.planning.Proposal.DocumentType;
import org.millrace.planning.ProposalApproved;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalRejected;
import org.millrace.planning.ProposalReopened;
import org.millrace.planning.ProposalState;
import org.millrace.planning.Source;
import org.millrace.planning.policy.ItemPolicies;
import org.millrace.production.Production;
import org.millrace.production.WorkOrderNumber;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * Approves a proposal, which makes its one document, rejects it, or takes either back. A supplier
 * or price that the approval does not name is the one of the item's policy; else the supplier is
 * that of the latest purchase order, and the price as price lists say, else as it was ordered last.
 */
final class DecideProposal {
  private static final String DEMAND = "proposal";
  private static final BigDecimal UNUSUAL = BigDecimal.TEN;

  private final Companies companies;
  private final Proposals proposals;
  private final ItemPolicies policies;
  private final Purchasing purchasing;
  private final Production production;
  private final Events events;

  DecideProposal(
      Companies companies,
      Proposals proposals,
      ItemPolicies policies,
      Purchasing purchasing,
      Production production,
      Events events) {
    this.companies = companies;
    this.proposals = proposals;
    this.policies = policies;
    this.purchasing = purchasing;
    this.production = production;
    this.events = events;
  }

  /** What the planner sets instead of what is proposed. */
  record Terms(
      Optional<PartyCode> supplier,
      Optional<BigDecimal> unitPrice,
      Optional<Quantity> quantity,
      Optional<String> note,
      boolean confirmed) {}

  StoredProposal approved(CompanyCode company, ProposalId id, Terms terms, Instant occurredAt) {
    StoredProposal before = open(company, id);
    Proposal proposal = before.proposal();
    Quantity quantity = terms.quantity().orElse(proposal.quantity());
    new Problems()
        .require(quantity.isPositive(), "quantity", quantity, "more than 0")
        .require(
            proposal.source() == Source.BUY
                || terms.supplier().isEmpty() && terms.unitPrice().isEmpty(),
            "supplier",
            terms.supplier().map(PartyCode::value).orElse("none, but a unit price"),
            "neither supplier nor price, as " + proposal.item() + " is to be made")
        .refuse("Proposal " + id + " cannot be approved");
    requireDefault(proposal, quantity, terms);
    LocalDate today = companies.dayOf(company, occurredAt);
    Document document =
        proposal.source() == Source.BUY
            ? bought(company, proposal, new Purchase(terms, quantity, today), occurredAt)
            : released(company, proposal, quantity, occurredAt);
    Decision decision =
        new Decision(
            Acting.actor(),
            occurredAt,
            terms.note().map(String::strip).filter(note -> !note.isEmpty()),
            Optional.of(quantity),
            Optional.of(document));
    StoredProposal next = before.next(proposal.decided(ProposalState.APPROVED, decision));
    proposals.put(company, List.of(next));
    events.publish(List.of(new ProposalApproved(next.head(occurredAt), next.proposal())));
    return next;
  }

  /** A quantity with a digit too many is asked about once more. */
  private static void requireDefault(Proposal proposal, Quantity quantity, Terms terms) {
    BigDecimal most = proposal.quantity().value().multiply(UNUSUAL);
    if (quantity.value().compareTo(most) > 0 && !terms.confirmed()) {
      String expected =
          "at most %s times the %s proposed, or confirmed: true"
              .formatted(UNUSUAL, proposal.quantity());
      throw Refused.unconfirmed(
          "Is a quantity of %s meant? Proposal %s proposes %s of %s."
              .formatted(quantity, proposal.id(), proposal.quantity(), proposal.item()),
          List.of(new Problem("quantity", quantity.toString(), expected)));
    }
  }

  StoredProposal rejected(CompanyCode company, ProposalId id, String note, Instant occurredAt) {
    StoredProposal before = open(company, id);
    new Problems()
        .require(!note.isBlank(), "note", note, "why it is rejected")
        .refuse("Proposal " + id + " cannot be rejected");
    Decision decision =
        new Decision(
            Acting.actor(),
            occurredAt,
            Optional.of(note.strip()),
            Optional.empty(),
            Optional.empty());
    StoredProposal next = before.next(before.proposal().decided(ProposalState.REJECTED, decision));
    proposals.put(company, List.of(next));
    events.publish(List.of(new ProposalRejected(next.head(occurredAt), next.proposal())));
    return next;
  }

  StoredProposal reopened(CompanyCode company, ProposalId id, Instant occurredAt) {
    proposals.lock(company);
    StoredProposal before = proposals.named(company, id);
    StoredProposal next = before.next(before.proposal().reopened());
    before
        .proposal()
        .approvedDocument()
        .ifPresent(document -> cancel(company, id, document, occurredAt));
    proposals.put(company, List.of(next));
    events.publish(List.of(new ProposalReopened(next.head(occurredAt), next.proposal())));
    return next;
  }

  private void cancel(CompanyCode company, ProposalId id, Document document, Instant occurredAt) {
    String reason = "Proposal " + id + " was reopened";
    switch (document.type()) {
      case PURCHASE_ORDER ->
          purchasing.cancel(
              company, new PurchaseOrderNumber(document.number()), reason, occurredAt);
      case WORK_ORDER ->
          production.cancel(company, new WorkOrderNumber(document.number()), reason, occurredAt);
    }
  }

  private StoredProposal open(CompanyCode company, ProposalId id) {
    proposals.lock(company);
    StoredProposal stored = proposals.named(company, id);
    stored.proposal().requireOpen();
    return stored;
  }

  private record Purchase(Terms terms, Quantity quantity, LocalDate today) {}

  private Document bought(
      CompanyCode company, Proposal proposal, Purchase purchase, Instant occurredAt) {
    ItemCode item = proposal.item();
    Optional<ItemPolicy> policy = policies.of(company, item);
    Optional<Purchasing.Source> latest =
        Optional.ofNullable(purchasing.latestSources(company, List.of(item)).get(item));
    Optional<PartyCode> supplier =
        purchase
            .terms()
            .supplier()
            .or(() -> policy.flatMap(ItemPolicy::supplier))
            .or(() -> latest.map(Purchasing.Source::supplier));
    Optional<BigDecimal> price =
        purchase
            .terms()
            .unitPrice()
            .or(() -> policy.flatMap(ItemPolicy::unitPrice).map(Money::amount));
    String never = ": its policy names none and it was never ordered";
    new Problems()
        .require(supplier.isPresent(), "supplier", "", "a supplier of " + item + never)
        .require(
            supplier.isPresent() || price.isPresent(),
            "unitPrice",
            "",
            "a price of one " + item + never)
        .refuse("Proposal " + proposal.id() + " cannot be approved");
    NewPurchaseOrder order =
        new NewPurchaseOrder(
            supplier.orElseThrow(),
            Optional.of(notBefore(purchase.today(), proposal.dueDate())),
            Optional.of(new org.millrace.purchasing.Demand(DEMAND, proposal.id().value())),
            List.of(NewPurchaseOrder.Line.at(item, purchase.quantity(), price)),
            Optional.empty(),
            latest.map(source -> Map.of(item, source.unitPrice().amount())).orElse(Map.of()));
    return new Document(
        DocumentType.PURCHASE_ORDER, purchasing.place(company, order, occurredAt).number().value());
  }

  private Document released(
      CompanyCode company, Proposal proposal, Quantity quantity, Instant occurredAt) {
    LocalDate today = companies.dayOf(company, occurredAt);
    LocalDate start = notBefore(today, proposal.startDate());
    LocalDate due = notBefore(start, proposal.dueDate());
    Production.Wanted wanted =
        new Production.Wanted(
            proposal.item(),
            quantity,
            Optional.of(due),
            Optional.of(Math.toIntExact(ChronoUnit.DAYS.between(start, due))),
            Optional.of(new org.millrace.production.Demand(DEMAND, proposal.id().value())));
    return new Document(
        DocumentType.WORK_ORDER, production.release(company, wanted, occurredAt).number().value());
  }

  private static LocalDate notBefore(LocalDate earliest, LocalDate wanted) {
    return wanted.isBefore(earliest) ? earliest : wanted;
  }
}
