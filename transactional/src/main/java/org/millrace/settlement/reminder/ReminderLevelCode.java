package org.millrace.settlement.reminder;

import org.millrace.shared.Code;

/** Names a reminder level within a company. */
public record ReminderLevelCode(String value) implements Code {
  public ReminderLevelCode {
    value = Code.checked("reminder level", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
