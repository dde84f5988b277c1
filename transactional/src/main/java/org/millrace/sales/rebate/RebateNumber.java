package org.millrace.sales.rebate;

import org.millrace.shared.Code;

/** Names a rebate agreement within a company. */
public record RebateNumber(String value) implements Code {
  public RebateNumber {
    value = Code.checked("rebate agreement number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
