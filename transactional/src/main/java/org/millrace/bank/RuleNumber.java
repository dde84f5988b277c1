package org.millrace.bank;

import org.millrace.shared.Code;

/** Names a rule for bank lines within a company. */
public record RuleNumber(String value) implements Code {
  public RuleNumber {
    value = Code.checked("rule number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
