package org.millrace.settlement.reminder;

import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Whether a reminder counts. */
enum ReminderStatus implements DocumentState<ReminderStatus.Act> {
  ISSUED,
  REVERSED;

  /** What can be done with a reminder. */
  enum Act implements DocumentAct {
    REVERSE;

    @Override
    public String words() {
      return "be reversed";
    }
  }

  @Override
  public boolean allows(Act act) {
    return this == ISSUED;
  }

  @Override
  public String instead() {
    return "Its items are proposed again by the next run.";
  }
}
