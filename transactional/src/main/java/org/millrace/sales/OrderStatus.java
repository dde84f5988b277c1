package org.millrace.sales;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.shared.Refused;

/** Where a sales order stands, and the one table of what may be done with it there. */
public enum OrderStatus {
  /** Something is still to be delivered. */
  OPEN,
  /** All is delivered, not all is invoiced. */
  DELIVERED,
  /** All is delivered and invoiced. */
  INVOICED,
  /** What was not delivered will not be. */
  CANCELLED;

  /** What can be done with an order. */
  public enum Act {
    DELIVER("deliver"),
    INVOICE("invoice"),
    CANCEL("cancel"),
    RESCHEDULE("reschedule");

    private final String verb;

    Act(String verb) {
      this.verb = verb;
    }
  }

  private static final Map<OrderStatus, Set<Act>> ALLOWED =
      Map.of(
          OPEN, Set.of(Act.DELIVER, Act.INVOICE, Act.CANCEL, Act.RESCHEDULE),
          DELIVERED, Set.of(Act.INVOICE),
          INVOICED, Set.of(),
          CANCELLED, Set.of());

  private static final Map<OrderStatus, String> HINTS =
      Map.of(
          OPEN, "",
          DELIVERED, " Take goods back by a credit note after invoicing.",
          INVOICED, " Take goods back by a credit note to its invoice.",
          CANCELLED, " Place a new order instead.");

  /**
   * Passes when the act is allowed here.
   *
   * @throws Refused as conflict, naming what is allowed
   */
  void require(Act act, OrderNumber order) {
    Set<Act> allowed = ALLOWED.get(this);
    if (!allowed.contains(act)) {
      String instead =
          allowed.isEmpty()
              ? "nothing more can be done with it."
              : "you can "
                  + allowed.stream().map(a -> a.verb).sorted().collect(Collectors.joining(" or "))
                  + " it.";
      throw Refused.conflict(
          "Order %s is %s: you cannot %s it, %s%s"
              .formatted(
                  order,
                  name().toLowerCase(java.util.Locale.ROOT),
                  act.verb,
                  instead,
                  HINTS.get(this)));
    }
  }
}
