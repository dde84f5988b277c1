package org.millrace.purchasing;

import java.util.Optional;
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

  /** Why an act on an order is not possible: by its status, or because goods forbid it. */
  Optional<String> refusal(Act act, PurchaseOrder order) {
    String title = PurchaseOrder.KIND.titled(order.number());
    if (act == Act.RETURN && allows(act) && order.hasNothingArrived()) {
      return Optional.of(
          "%s cannot %s: none came. Cancel it instead.".formatted(title, act.words()));
    }
    boolean isAllBilled = order.lines().stream().allMatch(l -> l.uninvoicedQuantity().isZero());
    if (act == Act.WAIVE_BILLS && allows(act) && isAllBilled) {
      return Optional.of(
          "%s cannot %s: no goods of it came that are not billed. Cancel what is missing instead."
              .formatted(title, act.words()));
    }
    if (act == Act.CHANGE && allows(act) && !order.hasNothingArrived()) {
      return Optional.of(
          "%s cannot %s: goods of it arrived. Cancel what is missing and place a new order."
              .formatted(title, act.words()));
    }
    boolean needsNoBillAhead = act == Act.CHANGE || act == Act.CANCEL;
    boolean isBilledAhead = order.lines().stream().anyMatch(l -> l.aheadQuantity().isPositive());
    return needsNoBillAhead && allows(act) && isBilledAhead
        ? Optional.of(
            "%s cannot %s: goods of it were billed before they came. Reverse the bill first."
                .formatted(title, act.words()))
        : refusal(act, title);
  }
}
