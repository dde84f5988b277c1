package org.millrace.sales.returns;

import org.millrace.shared.Code;

/** Names a return within a company. */
public record ReturnNumber(String value) implements Code {
  public ReturnNumber {
    value = Code.checked("return number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
