package org.millrace.purchasing;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a purchase order stands; the acts that each state allows are declared here alone. */
public enum OrderStatus implements DocumentState<OrderStatus.Act> {
  OPEN(
      "Receive or cancel it first.",
      Act.CHANGE,
      Act.CONFIRM,
      Act.RECEIVE,
      Act.RETURN,
      Act.INVOICE,
      Act.WAIVE_BILLS,
      Act.CANCEL),
  RECEIVED(
      "Enter the supplier's invoice, or place a new order.",
      Act.RETURN,
      Act.INVOICE,
      Act.WAIVE_BILLS),
  INVOICED("Place a new order.", Act.RETURN),
  CANCELLED("Place a new order.");

  /** What can be done to a purchase order. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    CONFIRM("be confirmed"),
    RECEIVE("be received"),
    RETURN("have goods sent back"),
    INVOICE("be invoiced"),
    WAIVE_BILLS("have its bills waived"),
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

  OrderStatus(String instead, Act... allowed) {
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
