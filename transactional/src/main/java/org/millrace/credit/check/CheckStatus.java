package org.millrace.credit.check;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a credit check stands; the acts that each state allows are declared here alone. */
public enum CheckStatus implements DocumentState<CheckStatus.Act> {
  /** The order exceeds the limit and goes on. */
  WARNED,
  /** The order is not delivered. */
  HELD(Act.values()),
  /** Somebody with the right let it go on, or it is within the limit now. */
  RELEASED,
  /** The order was cancelled or changed. */
  ENDED;

  private final Set<Act> allowed;

  CheckStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** What can be done with a credit check. */
  public enum Act implements DocumentAct {
    RECHECK("be checked again"),
    RELEASE("be released");

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
    return "Its order is not held.";
  }
}
