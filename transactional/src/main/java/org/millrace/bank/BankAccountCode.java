package org.millrace.bank;

import org.millrace.shared.Code;

/** Names an account at a bank within a company. */
public record BankAccountCode(String value) implements Code {
  public BankAccountCode {
    value = Code.checked("code", "bank account code", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
