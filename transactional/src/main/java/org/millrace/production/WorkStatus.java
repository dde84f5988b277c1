package org.millrace.production;

import java.util.Locale;
import java.util.Set;
import org.millrace.shared.Refused;

/** Where a work order stands; the acts that each state allows are declared here alone. */
public enum WorkStatus {
  RELEASED(Act.CONSUME, Act.COMPLETE),
  COMPLETED();

  /** What can be done with a work order. */
  public enum Act {
    CONSUME("consume materials"),
    COMPLETE("be completed");

    private final String words;

    Act(String words) {
      this.words = words;
    }
  }

  private final Set<Act> allowed;

  WorkStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** Whether the act is possible in this state. */
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  /**
   * Passes when the act is possible in this state.
   *
   * @throws Refused as conflict, naming the order and its state
   */
  public void require(Act act, WorkOrderNumber order) {
    if (!allows(act)) {
      throw Refused.conflict(
          "Work order %s cannot %s: it is %s. Release a new work order."
              .formatted(order, act.words, name().toLowerCase(Locale.ROOT)));
    }
  }
}
