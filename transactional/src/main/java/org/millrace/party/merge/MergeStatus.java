package org.millrace.party.merge;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a merge stands; one that was undone or rejected is made anew. */
enum MergeStatus implements DocumentState<MergeStatus.Act> {
  PROPOSED(Act.CHANGE, Act.MERGE, Act.REJECT),
  MERGED(Act.UNMERGE),
  UNMERGED,
  REJECTED;

  private final Set<Act> allowed;

  MergeStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** What can be done with a merge. */
  enum Act implements DocumentAct {
    CHANGE("be changed"),
    MERGE("be merged"),
    REJECT("be rejected"),
    UNMERGE("be undone");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return "Make a new one.";
  }
}
