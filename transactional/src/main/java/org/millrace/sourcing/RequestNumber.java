package org.millrace.sourcing;

import org.millrace.shared.Code;

/** Names a request for quotation within a company. */
public record RequestNumber(String value) implements Code {
  public RequestNumber {
    value = Code.checked("request number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
