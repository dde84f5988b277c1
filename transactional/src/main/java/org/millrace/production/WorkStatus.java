package org.millrace.production;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a work order stands; the acts that each state allows are declared here alone. */
public enum WorkStatus implements DocumentState<WorkStatus.Act> {
  RELEASED(
      Act.CHANGE,
      Act.CONSUME,
      Act.COMPLETE,
      Act.CANCEL,
      Act.RETURN,
      Act.COST,
      Act.SCRAP,
      Act.CLOSE,
      Act.DISASSEMBLE),
  COMPLETED(Act.RETURN, Act.COST, Act.SCRAP, Act.CLOSE, Act.DISASSEMBLE),
  CANCELLED;

  /** What can be done with a work order. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    CONSUME("consume materials"),
    COMPLETE("be completed"),
    CANCEL("be cancelled"),
    RETURN("give materials back"),
    COST("take on labour or overhead"),
    SCRAP("have pieces spoilt"),
    CLOSE("be closed"),
    DISASSEMBLE("have its goods taken apart");

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

  WorkStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return "Release a new work order.";
  }
}
