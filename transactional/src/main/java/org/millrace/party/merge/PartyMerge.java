package org.millrace.party.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.party.PartyCode;
import org.millrace.shared.Problems;

/**
 * One party that takes the place of another, and what it takes over of it. The other one keeps its
 * documents and gets no new ones. Each act returns the merge as it is afterwards.
 */
record PartyMerge(
    MergeNumber number,
    PartyCode party,
    String partyName,
    @Stored("other") PartyCode survivor,
    @Stored("other_name") String survivorName,
    MergeStatus status,
    LocalDate day,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Taken> takes) {
  /** Stored in party.merge, what is taken over in party.merge_take; numbered MG-000001. */
  static final DocumentKind<PartyMerge> KIND =
      DocumentKind.of(PartyMerge.class, "party", "merge")
          .numbered("MG")
          .lines("takes", "party.merge_take", "number")
          .searched("number", "party", "partyName", "survivor", "survivorName")
          .steps(PartyMerge::status, MergeStatus.Act.values())
          .build();

  PartyMerge {
    takes = List.copyOf(takes);
  }

  /** A field of the other party, or one entry of a list of it, with its value as people read it. */
  record Taken(String field, String value) {}

  /**
   * The merge with less to take over.
   *
   * @throws org.millrace.shared.Refused when it is done, or something was not proposed
   */
  PartyMerge changed(List<Taken> fewer) {
    status.require(MergeStatus.Act.CHANGE, KIND.titled(number));
    Set<Taken> known = new HashSet<>(takes);
    Problems problems = new Problems();
    for (int i = 0; i < fewer.size(); i++) {
      problems.require(
          known.contains(fewer.get(i)),
          "takes." + (i + 1) + ".value",
          fewer.get(i).value(),
          "one of what was proposed");
    }
    problems.refuse(KIND.titled(number) + " cannot be changed so");
    return in(MergeStatus.PROPOSED, day, fewer);
  }

  PartyMerge merged(LocalDate on) {
    return after(MergeStatus.Act.MERGE, MergeStatus.MERGED, on);
  }

  PartyMerge rejected(LocalDate on) {
    return after(MergeStatus.Act.REJECT, MergeStatus.REJECTED, on);
  }

  PartyMerge unmerged(LocalDate on) {
    return after(MergeStatus.Act.UNMERGE, MergeStatus.UNMERGED, on);
  }

  private PartyMerge after(MergeStatus.Act act, MergeStatus next, LocalDate on) {
    status.require(act, KIND.titled(number));
    return in(next, on, takes);
  }

  private PartyMerge in(MergeStatus next, LocalDate on, List<Taken> taken) {
    return new PartyMerge(number, party, partyName, survivor, survivorName, next, on, taken);
  }
}
