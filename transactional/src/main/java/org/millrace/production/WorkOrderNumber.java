package org.millrace.production;

import org.millrace.shared.Code;

/** Names a work order within a company. */
public record WorkOrderNumber(String value) implements Code {
  public WorkOrderNumber {
    value = Code.checked("work order number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
