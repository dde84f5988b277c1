package org.millrace.purchasing.blocked;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a bill stands that does not fit; the acts that each state allows are declared here. */
public enum BlockedBillState implements DocumentState<BlockedBillState.Act> {
  BLOCKED("Decide about it first.", Act.ACCEPT, Act.ASK_CREDIT_NOTE, Act.REFUSE),
  /** The supplier was asked for a credit note; the bill waits for it. */
  WAITING("Wait for the credit note, then accept or refuse it.", Act.ACCEPT, Act.REFUSE),
  ACCEPTED("Look at the invoice that it became."),
  REFUSED("Enter the supplier's new bill.");

  /** What can be decided about a bill that does not fit. */
  public enum Act implements DocumentAct {
    ACCEPT("be accepted"),
    ASK_CREDIT_NOTE("be answered by asking for a credit note"),
    REFUSE("be refused");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  private final String instead;
  private final Set<Act> allowed;

  BlockedBillState(String instead, Act... allowed) {
    this.instead = instead;
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return instead;
  }
}
