package org.millrace.purchasing;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a supplier's invoice stands: open until all of it is paid, unless it was taken back. */
public enum InvoiceState implements DocumentState<InvoiceState.Act> {
  OPEN("Reverse a payment of it first.", Act.PAY, Act.CREDIT, Act.REVERSE),
  PAID("Reverse a payment of it first.", Act.CREDIT, Act.REVERSE),
  REVERSED("Post a new one instead."),
  REVERSING("Post a new one instead.");

  /** What can be done with a supplier's invoice. */
  public enum Act implements DocumentAct {
    PAY("be paid"),
    CREDIT("be credited"),
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

  InvoiceState(String instead, Act... allowed) {
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
