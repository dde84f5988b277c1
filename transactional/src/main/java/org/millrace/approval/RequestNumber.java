package org.millrace.approval;

import org.millrace.shared.Code;

/** Names a request for approval within a company. */
public record RequestNumber(String value) implements Code {
  public RequestNumber {
    value = Code.checked("approval request number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
