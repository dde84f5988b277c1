package org.millrace.document.reversal;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/**
 * Where a document stands that is drafted, posted and then reversed by another; the acts that each
 * state allows are declared here alone.
 */
public enum ReversibleStatus implements DocumentState<ReversibleStatus.Act> {
  DRAFT("Post it first.", Act.CHANGE, Act.POST, Act.CANCEL),
  POSTED("Reverse it, and make a new one.", Act.REVERSE),
  REVERSED("Make a new one."),
  REVERSING("Make a new one."),
  CANCELLED("Make a new one.");

  /** What can be done with it. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    POST("be posted"),
    CANCEL("be cancelled"),
    REVERSE("be reversed");

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

  ReversibleStatus(String instead, Act... allowed) {
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
