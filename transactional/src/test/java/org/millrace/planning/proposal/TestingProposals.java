package org.millrace.planning.proposal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalState;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/** The proposals of one company in memory. */
final class TestingProposals implements Proposals {
  private final Map<ProposalId, StoredProposal> stored = new TreeMap<>();
  private final Map<String, TakenPlan> plans = new TreeMap<>();

  /** The ids of those in a state. */
  List<String> in(ProposalState state) {
    return stored.values().stream()
        .map(StoredProposal::proposal)
        .filter(proposal -> proposal.state() == state)
        .map(proposal -> proposal.id().value())
        .toList();
  }

  Proposal one(String id) {
    return named(new CompanyCode("BIKES"), new ProposalId(id)).proposal();
  }

  @Override
  public void lock(CompanyCode company) {}

  @Override
  public Map<ProposalId, StoredProposal> openOrNamed(
      CompanyCode company, Collection<ProposalId> named) {
    return stored.entrySet().stream()
        .filter(
            e ->
                e.getValue().proposal().state() == ProposalState.OPEN || named.contains(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public StoredProposal named(CompanyCode company, ProposalId id) {
    return Optional.ofNullable(stored.get(id))
        .orElseThrow(() -> Refused.notFound("There is no proposal " + id));
  }

  @Override
  public void put(CompanyCode company, List<StoredProposal> changed) {
    changed.forEach(each -> stored.put(each.proposal().id(), each));
  }

  @Override
  public Optional<TakenPlan> latestPlan(CompanyCode company) {
    return plans.values().stream().max(Comparator.comparing(TakenPlan::asOf));
  }

  @Override
  public void put(CompanyCode company, TakenPlan plan) {
    plans.put(plan.planVersion(), plan);
  }

  @Override
  public ListAnswer<TakenPlan> plans(CompanyCode company, ListRequest request) {
    throw new UnsupportedOperationException("lists are narrowed by SQL");
  }

  @Override
  public ListAnswer<Proposal> page(CompanyCode company, ListRequest request) {
    throw new UnsupportedOperationException("lists are narrowed by SQL");
  }
}
