package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;

/**
 * Names proposals so that one stays the same from plan to plan while its day or quantity changes,
 * and none takes the id of one that a planner has decided on: what is needed beside an approved or
 * a rejected one gets the next number.
 *
 * <p>Proposals of an item and source that are due on the same day are the same one; those left over
 * are paired in the order of their days. Worked: BIKE@2026-06-08 is due a day later in the next
 * plan and keeps its id; once it is approved for 70, 10 more for the 8th are BIKE@2026-06-08#2.
 */
final class ProposalIds {
  private static final Comparator<Proposal> BY_DAY =
      Comparator.<Proposal, LocalDate>comparing(proposal -> proposal.dates().due())
          .thenComparing(Proposal::id);

  private final Set<String> decided;
  private final List<Proposal> before;

  /** Ids of proposals that were approved or rejected, and the proposals of the plan before. */
  ProposalIds(Set<String> decided, List<Proposal> before) {
    this.decided = decided;
    this.before = before.stream().filter(proposal -> !decided.contains(proposal.id())).toList();
  }

  /** The id of each proposal, by the id that the plan gave it. */
  Map<String, String> of(List<Proposal> proposals) {
    Map<String, String> ids = continued(proposals);
    Set<String> planned = proposals.stream().map(Proposal::id).collect(Collectors.toSet());
    Set<String> taken = new HashSet<>(ids.values());
    for (Proposal proposal : proposals) {
      if (ids.containsKey(proposal.id())) {
        continue;
      }
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

  /** What a proposal of the plan before was called that this one continues. */
  private Map<String, String> continued(List<Proposal> proposals) {
    Map<Kind, List<Proposal>> earlier =
        before.stream().sorted(BY_DAY).collect(Collectors.groupingBy(Kind::of));
    Map<Kind, List<Proposal>> now =
        proposals.stream().sorted(BY_DAY).collect(Collectors.groupingBy(Kind::of));
    Map<String, String> ids = new HashMap<>();
    now.forEach(
        (kind, those) -> {
          List<Proposal> open = new ArrayList<>(earlier.getOrDefault(kind, List.of()));
          List<Proposal> moved = new ArrayList<>();
          for (Proposal proposal : those) {
            open.stream()
                .filter(one -> one.dates().due().equals(proposal.dates().due()))
                .findFirst()
                .ifPresentOrElse(
                    one -> {
                      open.remove(one);
                      ids.put(proposal.id(), one.id());
                    },
                    () -> moved.add(proposal));
          }
          for (int i = 0; i < Math.min(open.size(), moved.size()); i++) {
            ids.put(moved.get(i).id(), open.get(i).id());
          }
        });
    return ids;
  }

  /** What a proposal has to be of to be the same one. */
  private record Kind(String item, Source source) {
    static Kind of(Proposal proposal) {
      return new Kind(proposal.item(), proposal.source());
    }
  }
}
