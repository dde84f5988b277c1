package org.millrace.sales.rebate;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a rebate agreement stands; the acts that each state allows are declared here alone. */
public enum RebateStatus implements DocumentState<RebateStatus.Act> {
  /** Not agreed yet. */
  DRAFT("Activate it first.", Act.CHANGE, Act.ACTIVATE, Act.CANCEL),
  /** What is earned can be accrued. */
  ACTIVE(
      "Cancel it and agree on a new one.", Act.ACCRUE, Act.REVERSE_ACCRUAL, Act.SETTLE, Act.CANCEL),
  /** The customer has his credit. */
  SETTLED("Reopen it first.", Act.REOPEN),
  /** Nothing comes of it. */
  CANCELLED("Agree on a new one.");

  /** What can be done with a rebate agreement. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    ACTIVATE("be activated"),
    ACCRUE("be accrued"),
    REVERSE_ACCRUAL("have an accrual reversed"),
    SETTLE("be settled"),
    REOPEN("be reopened"),
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

  RebateStatus(String instead, Act... allowed) {
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
