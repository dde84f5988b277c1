package org.millrace.bank;

import org.millrace.shared.Code;

/** Names a bank statement within a company. */
public record StatementNumber(String value) implements Code {
  public StatementNumber {
    value = Code.checked("statement number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
