package org.millrace.purchasing;

import java.util.Set;
import org.millrace.shared.Refused;

/** Where a purchase order stands; the acts that each state allows are declared here alone. */
public enum OrderStatus {
  OPEN(Act.RECEIVE, Act.INVOICE, Act.CANCEL),
  RECEIVED(Act.INVOICE),
  INVOICED(),
  CANCELLED();

  /** What can be done to a purchase order. */
  public enum Act {
    RECEIVE("received"),
    INVOICE("invoiced"),
    CANCEL("cancelled");

    private final String done;

    Act(String done) {
      this.done = done;
    }
  }

  private final Set<Act> allowed;

  OrderStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** Whether the act is possible in this state. */
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  /**
   * Passes when the act is possible in this state.
   *
   * @throws Refused as conflict, naming the order, its state and the acts it allows
   */
  public void require(Act act, PurchaseOrderNumber order) {
    if (!allows(act)) {
      throw Refused.conflict(
          "Purchase order %s cannot be %s: it is %s. Orders that are %s allow %s."
              .formatted(order, act.done, word(this), word(this), words(allowed)));
    }
  }

  private static String words(Set<Act> acts) {
    return acts.isEmpty()
        ? "no further act; place a new order"
        : acts.stream().map(OrderStatus::word).sorted().reduce((a, b) -> a + ", " + b).get();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
