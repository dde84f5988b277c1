package org.millrace.sales.quotation;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a quotation stands; the acts that each state allows are declared here alone. */
enum QuotationStatus implements DocumentState<QuotationStatus.Act> {
  /** The customer has not answered. */
  OPEN("", Act.values()),
  /** The customer took it; it became a sales order. */
  ACCEPTED("Work on its sales order instead."),
  /** The customer declined it. */
  REJECTED("Make a new quotation."),
  /** Its last day passed without an answer. */
  EXPIRED("Make a new quotation."),
  /** A newer version of the offer took its place. */
  REPLACED("Work on the version that replaced it instead.");

  /** What can be done with a quotation. */
  enum Act implements DocumentAct {
    CHANGE("be changed"),
    SEND("be sent"),
    REVISE("be revised"),
    ACCEPT("be accepted"),
    REJECT("be rejected"),
    EXPIRE("expire");

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

  QuotationStatus(String instead, Act... allowed) {
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
