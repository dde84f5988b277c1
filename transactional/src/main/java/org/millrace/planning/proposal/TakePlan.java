package org.millrace.planning.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalMade;
import org.millrace.planning.ProposalState;
import org.millrace.planning.ProposalWithdrawn;
import org.millrace.planning.Source;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/**
 * Takes the proposals of a new plan in place of the open ones before. What a planner decided on
 * stays; taking the same plan again changes nothing.
 */
final class TakePlan {
  private static final int SHOWN_PROBLEMS = 50;

  private final Proposals proposals;
  private final Items items;
  private final Events events;

  TakePlan(Proposals proposals, Items items, Events events) {
    this.proposals = proposals;
    this.items = items;
    this.events = events;
  }

  TakenPlan taken(CompanyCode company, NewPlan plan, Instant occurredAt) {
    List<Proposal> opened = plan.opened();
    check(company, plan, opened);
    proposals.lock(company);
    refuseOlder(company, plan);
    Map<ProposalId, StoredProposal> before =
        new HashMap<>(proposals.openOrNamed(company, opened.stream().map(Proposal::id).toList()));
    Changes changes = new Changes(company, occurredAt);
    opened.forEach(
        proposal -> changes.take(Optional.ofNullable(before.remove(proposal.id())), proposal));
    before.values().stream()
        .filter(stored -> stored.proposal().state() == ProposalState.OPEN)
        .sorted(java.util.Comparator.comparing(stored -> stored.proposal().id()))
        .forEach(changes::withdraw);
    proposals.put(company, changes.stored);
    TakenPlan taken = changes.summary(plan);
    proposals.put(company, taken);
    events.publish(changes.events);
    return taken;
  }

  /** What a plan changes, collected proposal by proposal. */
  private static final class Changes {
    private final CompanyCode company;
    private final Instant occurredAt;
    private final List<StoredProposal> stored = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private int made;
    private int changed;
    private int withdrawn;
    private int unchanged;
    private int decided;

    Changes(CompanyCode company, Instant occurredAt) {
      this.company = company;
      this.occurredAt = occurredAt;
    }

    void take(Optional<StoredProposal> before, Proposal proposal) {
      if (before.isEmpty()) {
        made++;
        make(new StoredProposal(company, proposal, new Version(1)));
      } else if (before.get().proposal().state().isDecided()) {
        decided++;
      } else if (before.get().proposal().state() == ProposalState.WITHDRAWN) {
        made++;
        make(before.get().next(proposal));
      } else if (before.get().proposal().proposesWhat(proposal)) {
        unchanged++;
      } else {
        changed++;
        make(before.get().next(proposal));
      }
    }

    private void make(StoredProposal next) {
      stored.add(next);
      events.add(new ProposalMade(next.head(occurredAt), next.proposal()));
    }

    void withdraw(StoredProposal before) {
      withdrawn++;
      StoredProposal next = before.next(before.proposal().withdrawn());
      stored.add(next);
      events.add(new ProposalWithdrawn(next.head(occurredAt), next.proposal()));
    }

    TakenPlan summary(NewPlan plan) {
      return new TakenPlan(
          plan.planVersion(),
          plan.asOf(),
          occurredAt,
          made,
          changed,
          withdrawn,
          unchanged,
          decided);
    }
  }

  private void refuseOlder(CompanyCode company, NewPlan plan) {
    proposals
        .latestPlan(company)
        .filter(latest -> plan.asOf().isBefore(latest.asOf()))
        .ifPresent(
            latest -> {
              throw Refused.conflict(
                  ("Plan %s is of %s; plan %s of %s was taken before."
                          + " Only a plan of that day or later can take its place.")
                      .formatted(
                          plan.planVersion(), plan.asOf(), latest.planVersion(), latest.asOf()));
            });
  }

  private void check(CompanyCode company, NewPlan plan, List<Proposal> opened) {
    Map<ItemCode, Item> known =
        items.named(company, opened.stream().map(Proposal::item).distinct().toList());
    Problems problems = new Problems();
    for (Proposal proposal : opened) {
      Item item = known.get(proposal.item());
      String field = "proposals." + proposal.id();
      if (problems.found().size() < SHOWN_PROBLEMS) {
        problems
            .require(
                item != null && item.isStocked(),
                field + ".item",
                proposal.item(),
                "a registered item that is kept in stock")
            .require(
                item == null || proposal.source() == Source.BUY || !item.materials().isEmpty(),
                field + ".source",
                "make",
                "buy, as item " + proposal.item() + " has no bill of material");
      }
    }
    problems.refuse("Plan " + plan.planVersion() + " cannot be taken");
  }
}
