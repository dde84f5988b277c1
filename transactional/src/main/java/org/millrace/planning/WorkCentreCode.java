package org.millrace.planning;

import org.millrace.shared.Code;

/** Names a work centre within a company. */
public record WorkCentreCode(String value) implements Code {
  public WorkCentreCode {
    value = Code.checked("work centre", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
