package org.millrace.document.reversal;

import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a document stands that is posted when it is made and corrected only by another one. */
public enum PostedStatus implements DocumentState<PostedStatus.Act> {
  POSTED,
  REVERSED,
  REVERSING;

  /** What can be done with a posted document. */
  public enum Act implements DocumentAct {
    REVERSE;

    @Override
    public String words() {
      return "be reversed";
    }
  }

  @Override
  public boolean allows(Act act) {
    return this == POSTED;
  }

  @Override
  public String instead() {
    return "Post a new one instead.";
  }
}
