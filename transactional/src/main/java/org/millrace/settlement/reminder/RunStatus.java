package org.millrace.settlement.reminder;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a reminder run stands; the acts that each state allows are declared here alone. */
enum RunStatus implements DocumentState<RunStatus.Act> {
  /** It waits for its review. */
  PROPOSED(Act.values()),
  ISSUED,
  CANCELLED;

  private final Set<Act> allowed;

  RunStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** What can be done with a reminder run. */
  enum Act implements DocumentAct {
    CHANGE("be changed"),
    ISSUE("be issued"),
    CANCEL("be cancelled");

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
