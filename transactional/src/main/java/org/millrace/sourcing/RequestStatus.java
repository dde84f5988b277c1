package org.millrace.sourcing;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a request for quotation stands; the acts of each state are declared here alone. */
public enum RequestStatus implements DocumentState<RequestStatus.Act> {
  /** Suppliers are asked. */
  OPEN("Award it first.", Act.values()),
  /** Offers were taken and ordered. */
  AWARDED("Work on its purchase orders instead."),
  /** Nothing is bought by it. */
  CANCELLED("Issue a new request for quotation.");

  /** What can be done with a request for quotation. */
  public enum Act implements DocumentAct {
    ANSWER("be answered"),
    WITHDRAW("have an offer taken back"),
    EXTEND("be extended"),
    AWARD("be awarded"),
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

  RequestStatus(String instead, Act... allowed) {
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
