package org.millrace.approval;

import org.millrace.shared.Code;

/** Names an approval policy within a company. */
public record PolicyCode(String value) implements Code {
  public PolicyCode {
    value = Code.checked("approval policy", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
