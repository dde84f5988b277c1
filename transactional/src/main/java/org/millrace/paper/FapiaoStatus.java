package org.millrace.paper;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a fapiao stands; the acts that each state allows are declared here alone. */
public enum FapiaoStatus implements DocumentState<FapiaoStatus.Act> {
  RECORDED(Act.VERIFY, Act.TAKE_BACK),
  /** The authority knows it as it was recorded. */
  VERIFIED(Act.MATCH, Act.TAKE_BACK),
  /** The authority does not know it so. */
  REJECTED,
  MATCHED(Act.TAKE_BACK),
  REVERSED;

  /** What can be done with a fapiao. */
  public enum Act implements DocumentAct {
    VERIFY("be verified"),
    MATCH("be matched"),
    TAKE_BACK("be taken back");

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

  FapiaoStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return switch (this) {
      case RECORDED -> "Verify it first.";
      case VERIFIED -> "Match it with its bill.";
      case REJECTED -> "Ask the supplier for a right one.";
      case MATCHED -> "Look at the bill that it belongs to.";
      case REVERSED -> "Look at the red fapiao that took it back.";
    };
  }
}
