package org.millrace.sales.returns;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a return stands; the acts that each state allows are declared here alone. */
public enum ReturnStatus implements DocumentState<ReturnStatus.Act> {
  /** The customer wants to send goods back. */
  ASKED("Authorise or deny it first.", Act.AUTHORISE, Act.DENY, Act.CANCEL),
  /** He may send them. */
  AUTHORISED("Receive the goods first.", Act.RECEIVE, Act.CANCEL),
  /** They came. */
  RECEIVED("Inspect the goods first.", Act.INSPECT, Act.CANCEL),
  /** What becomes of them is decided. */
  INSPECTED("Settle it, or cancel it.", Act.INSPECT, Act.SETTLE, Act.CANCEL),
  /** They are booked and credited, or replaced. */
  SETTLED("Reverse it, or ask for another return.", Act.REVERSE),
  /** He may not send them. */
  DENIED("Ask for a new return instead."),
  /** Nothing comes of it. */
  CANCELLED("Ask for a new return instead."),
  /** What was credited is billed again. */
  REVERSED("Ask for a new return instead.");

  /** What can be done with a return. */
  public enum Act implements DocumentAct {
    AUTHORISE("be authorised"),
    DENY("be denied"),
    RECEIVE("be received"),
    INSPECT("be inspected"),
    SETTLE("be settled"),
    CANCEL("be cancelled"),
    REVERSE("be reversed");

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

  ReturnStatus(String instead, Act... allowed) {
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
