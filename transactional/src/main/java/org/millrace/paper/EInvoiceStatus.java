package org.millrace.paper;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where an electronic invoice stands; the acts that each state allows are declared here alone. */
public enum EInvoiceStatus implements DocumentState<EInvoiceStatus.Act> {
  /** It is right by the official rules and waits to be billed. */
  READ(Act.BILL, Act.REJECT),
  /** It breaks an official rule. */
  REFUSED,
  BILLED,
  REJECTED;

  /** What can be done with an electronic invoice. */
  public enum Act implements DocumentAct {
    BILL("be billed"),
    REJECT("be rejected");

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

  EInvoiceStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return switch (this) {
      case READ -> "Bill or reject it.";
      case REFUSED -> "Ask the supplier for a file that keeps the rules named in its findings.";
      case BILLED -> "Look at the bill that it became.";
      case REJECTED -> "Take the supplier's new file in.";
    };
  }
}
