package org.millrace.service;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a ticket stands; the acts that each state allows are declared here alone. */
public enum TicketStatus implements DocumentState<TicketStatus.Act> {
  OPEN(Act.CHANGE, Act.USE_PART, Act.CLOSE),
  CLOSED(Act.REOPEN);

  /** What can be done with a ticket. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    USE_PART("use a part"),
    CLOSE("be closed"),
    REOPEN("be opened again");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  private final Set<Act> allowed;

  TicketStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return this == OPEN ? "Close it first." : "Open it again, or open a new one.";
  }
}
