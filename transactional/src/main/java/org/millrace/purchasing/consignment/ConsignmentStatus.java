package org.millrace.purchasing.consignment;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a consignment stands; the acts that each state allows are declared here alone. */
public enum ConsignmentStatus implements DocumentState<ConsignmentStatus.Act> {
  /** Goods of it lie here that are the supplier's. */
  OPEN("Take over what is left first.", Act.values()),
  /** All of it was taken over or went back. */
  CLOSED("Receive a new consignment.", Act.GIVE_BACK),
  /** It was noted by mistake. */
  CANCELLED("Receive a new consignment.");

  /** What can be done with a consignment. */
  public enum Act implements DocumentAct {
    TAKE_OVER("be taken over"),
    GIVE_BACK("have goods given back to it"),
    RETURN("be returned"),
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

  ConsignmentStatus(String instead, Act... allowed) {
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
