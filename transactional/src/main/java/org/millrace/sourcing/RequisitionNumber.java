package org.millrace.sourcing;

import org.millrace.shared.Code;

/** Names a requisition within a company. */
public record RequisitionNumber(String value) implements Code {
  public RequisitionNumber {
    value = Code.checked("requisition number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
