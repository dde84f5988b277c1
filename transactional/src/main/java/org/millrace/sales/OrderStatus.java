package org.millrace.sales;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a sales order stands; the acts that each state allows are declared here alone. */
public enum OrderStatus implements DocumentState<OrderStatus.Act> {
  /** Something is still to be delivered. */
  OPEN("", Act.values()),
  /** All is delivered, not all is invoiced. */
  DELIVERED("Invoice it; take goods back by a credit note after that.", Act.INVOICE),
  /** All is delivered and invoiced. */
  INVOICED("Take goods back by a credit note to its invoice."),
  /** What was not delivered will not be. */
  CANCELLED("Place a new order instead.");

  /** What can be done with an order. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    DELIVER("be delivered"),
    INVOICE("be invoiced"),
    PREPAY("be prepaid"),
    RESCHEDULE("be rescheduled"),
    PROMISE("be promised"),
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
