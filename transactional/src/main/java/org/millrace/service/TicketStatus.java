package org.millrace.service;

import java.util.Locale;
import java.util.Set;
import org.millrace.shared.Refused;

/** Where a ticket stands; the acts that each state allows are declared here alone. */
public enum TicketStatus {
  OPEN(Act.USE_PART, Act.CLOSE),
  CLOSED();

  /** What can be done with a ticket. */
  public enum Act {
    USE_PART("use a part"),
    CLOSE("be closed");

    private final String words;

    Act(String words) {
      this.words = words;
    }
  }

  private final Set<Act> allowed;

  TicketStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /** Whether the act is possible in this state. */
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  /**
   * Passes when the act is possible in this state.
   *
   * @throws Refused as conflict, naming the ticket and its state
   */
  public void require(Act act, TicketNumber ticket) {
    if (!allows(act)) {
      throw Refused.conflict(
          "Ticket %s cannot %s: it is %s. Open a new ticket."
              .formatted(ticket, act.words, name().toLowerCase(Locale.ROOT)));
    }
  }
}
