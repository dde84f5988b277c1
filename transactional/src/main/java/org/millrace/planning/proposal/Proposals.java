package org.millrace.planning.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.shared.CompanyCode;

/** The proposals of each company, and the plans they came from. */
interface Proposals {
  /** Waits until nobody else takes plans or decides in the company, until the transaction ends. */
  void lock(CompanyCode company);

  /** The proposals still open, and those named in whatever state. */
  Map<ProposalId, StoredProposal> openOrNamed(CompanyCode company, Collection<ProposalId> named);

  /**
   * One proposal.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  StoredProposal named(CompanyCode company, ProposalId id);

  /** Keeps proposals in place of those of the same name. */
  void put(CompanyCode company, List<StoredProposal> changed);

  /** The plan with the latest day. */
  Optional<TakenPlan> latestPlan(CompanyCode company);

  /** Keeps what taking a plan did. */
  void put(CompanyCode company, TakenPlan plan);

  /** The plans, the latest first. */
  ListAnswer<TakenPlan> plans(CompanyCode company, ListRequest request);

  /** Proposals, narrowed by {@link ProposalColumns}, by due date. */
  ListAnswer<Proposal> page(CompanyCode company, ListRequest request);
}
