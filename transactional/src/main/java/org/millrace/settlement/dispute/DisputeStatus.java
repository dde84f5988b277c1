package org.millrace.settlement.dispute;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a dispute stands; the acts that each state allows are declared here alone. */
enum DisputeStatus implements DocumentState<DisputeStatus.Act> {
  OPEN(Act.values()),
  /** A credit note gave way to it. */
  RESOLVED,
  /** The item is owed as it is. */
  REJECTED;

  private final Set<Act> allowed;

  DisputeStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** What can be done with a dispute. */
  enum Act implements DocumentAct {
    CHANGE("be changed"),
    RESOLVE("be resolved"),
    REJECT("be rejected");

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
    return "Open a new one.";
  }
}
