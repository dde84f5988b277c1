package org.millrace.analytics.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.analytics.mrp.Proposal;

/**
 * Names proposals so that none takes the id of one that a planner has decided on: what is needed
 * beside an approved or a rejected one gets the next number. Worked: BIKE@2026-06-08 was approved
 * for 70; 10 more for the same day are BIKE@2026-06-08#2.
 */
final class ProposalIds {

  private final Set<String> decided;

  ProposalIds(Set<String> decided) {
    this.decided = decided;
  }

  /** The id of each proposal, by the id that the plan gave it. */
  Map<String, String> of(List<Proposal> proposals) {
    Set<String> planned = proposals.stream().map(Proposal::id).collect(Collectors.toSet());
    Set<String> taken = new HashSet<>();
    Map<String, String> ids = new HashMap<>();
    for (Proposal proposal : proposals) {
      String id = proposal.id();
      String first = proposal.item() + "@" + proposal.dates().due();
      for (int number = 2; !isFree(id, proposal.id(), planned, taken); number++) {
        id = first + "#" + number;
      }
      taken.add(id);
      ids.put(proposal.id(), id);
    }
    return ids;
  }

  private boolean isFree(String id, String first, Set<String> planned, Set<String> taken) {
    boolean isOfAnother = !id.equals(first) && planned.contains(id);
    return !isOfAnother && !taken.contains(id) && !decided.contains(id);
  }
}
