package org.millrace.crm;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** How an opportunity ended, or that it has not yet; what each allows is declared here alone. */
public enum Outcome implements DocumentState<Outcome.Act> {
  OPEN(Act.values()),
  WON,
  LOST;

  /** What can be done with an opportunity. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    STAGE("enter another stage"),
    CLOSE("be closed");

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

  Outcome(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return "Open a new one.";
  }
}
