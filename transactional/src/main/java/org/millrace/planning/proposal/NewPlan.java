package org.millrace.planning.proposal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.item.ItemCode;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalState;
import org.millrace.planning.Source;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/** All that a plan of a day proposes. What it does not name is no longer proposed. */
record NewPlan(String planVersion, LocalDate asOf, List<Proposed> proposals) {
  NewPlan {
    planVersion = Code.checked("planVersion", "plan version", planVersion, 120);
    proposals = List.copyOf(proposals);
    Problems problems = new Problems();
    Set<ProposalId> seen = new HashSet<>();
    for (Proposed proposed : proposals) {
      problems.require(
          seen.add(proposed.proposal()),
          "proposals." + proposed.proposal(),
          "named again",
          "each proposal once");
    }
    problems.refuse("Plan " + planVersion + " cannot be taken");
  }

  /** One proposal of the plan. */
  record Proposed(
      ProposalId proposal,
      ItemCode item,
      Source source,
      Quantity quantity,
      Optional<Integer> orders,
      LocalDate startDate,
      LocalDate dueDate,
      LocalDate neededDate,
      Optional<List<Proposal.Peg>> pegs) {
    private Proposal of(NewPlan plan) {
      return new Proposal(
          proposal,
          plan.planVersion(),
          plan.asOf(),
          item,
          source,
          quantity,
          orders.orElse(1),
          startDate,
          dueDate,
          neededDate,
          pegs.orElse(List.of()),
          ProposalState.OPEN,
          Optional.empty());
    }
  }

  /** The proposals, open. */
  List<Proposal> opened() {
    return proposals.stream().map(proposed -> proposed.of(this)).toList();
  }
}
