package org.millrace.planning.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalState;
import org.millrace.planning.Source;
import org.millrace.shared.CompanyCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The proposals of each company, and the plans they came from. */
interface Proposals {
  /** Waits until nobody else takes plans or decides in the company, until the transaction ends. */
  void lock(CompanyCode company);

  /** The proposals still open, and those named in whatever state. */
  Map<ProposalId, KeptProposal> openOrNamed(CompanyCode company, Collection<ProposalId> named);

  /**
   * One proposal.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptProposal named(CompanyCode company, ProposalId id);

  /** Keeps proposals in place of those of the same name. */
  void put(CompanyCode company, List<KeptProposal> changed);

  /** The plan with the latest day. */
  Optional<TakenPlan> latestPlan(CompanyCode company);

  /** Keeps what taking a plan did. */
  void put(CompanyCode company, TakenPlan plan);

  /** The plans, the latest first. */
  Page<TakenPlan> plans(CompanyCode company, PageRequest request);

  /** What to look for among proposals; a document is one that stands behind them. */
  record Filter(
      Optional<ProposalState> state, Optional<Source> source, Optional<String> document) {}

  /** Proposals whose name, item or document match, by due date. */
  Page<Proposal> page(CompanyCode company, Filter filter, PageRequest request);
}
