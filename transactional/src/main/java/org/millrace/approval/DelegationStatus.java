package org.millrace.approval;

import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a delegation stands; it holds on its days alone. */
public enum DelegationStatus implements DocumentState<DelegationStatus.Act> {
  ACTIVE,
  ENDED;

  /** What can be done with a delegation. */
  public enum Act implements DocumentAct {
    END;

    @Override
    public String words() {
      return "be ended";
    }
  }

  @Override
  public boolean allows(Act act) {
    return this == ACTIVE;
  }

  @Override
  public String instead() {
    return "Make a new one.";
  }
}
