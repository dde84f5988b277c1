package org.millrace.approval;

import org.millrace.shared.Code;

/** Names a delegation within a company. */
public record DelegationNumber(String value) implements Code {
  public DelegationNumber {
    value = Code.checked("delegation number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
