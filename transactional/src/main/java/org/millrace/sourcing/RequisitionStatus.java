package org.millrace.sourcing;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a requisition stands; the acts that each state allows are declared here alone. */
public enum RequisitionStatus implements DocumentState<RequisitionStatus.Act> {
  /** Something of it is neither ordered nor asked for. */
  OPEN("Order it first.", Act.values()),
  /** Suppliers are asked for offers by a request for quotation. */
  ASKED("Award or cancel its request for quotation instead."),
  /** All of it is ordered. */
  ORDERED("Work on its purchase orders instead."),
  /** It is not bought, for a reason. */
  REJECTED("Make a new requisition."),
  /** It is not needed any more. */
  CANCELLED("Make a new requisition.");

  /** What can be done with a requisition. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    ASK("be asked for"),
    ORDER("be ordered"),
    REJECT("be rejected"),
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

  private final String instead;
  private final Set<Act> allowed;

  RequisitionStatus(String instead, Act... allowed) {
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
