package org.millrace.cash.planned;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Whether planned money is still expected. */
enum PlannedStatus implements DocumentState<PlannedStatus.Act> {
  ACTIVE(Act.values()),
  ENDED;

  private final Set<Act> allowed;

  PlannedStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** What can be done with planned money. */
  enum Act implements DocumentAct {
    CHANGE("be changed"),
    END("be ended");

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
