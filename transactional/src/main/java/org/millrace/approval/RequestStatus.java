package org.millrace.approval;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a request stands; the acts that each state allows are declared here alone. */
public enum RequestStatus implements DocumentState<RequestStatus.Act> {
  /** A step is to be decided. */
  WAITING(Act.APPROVE, Act.REJECT, Act.CHANGE, Act.WITHDRAW),
  /** All steps are approved, and the command is carried out. */
  APPROVED,
  REJECTED,
  WITHDRAWN,
  /** All steps were approved, and the command was refused when it was carried out. */
  FAILED(Act.CHANGE, Act.WITHDRAW);

  /** What can be done with a request. */
  public enum Act implements DocumentAct {
    APPROVE("be approved"),
    REJECT("be rejected"),
    CHANGE("be changed"),
    WITHDRAW("be withdrawn");

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

  RequestStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return this == FAILED ? "Change it, so that it is asked again." : "Send the command again.";
  }
}
