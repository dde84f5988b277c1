package org.millrace.stock.cost;

import org.millrace.shared.Code;

/** Names a cost change within a company. */
public record CostChangeNumber(String value) implements Code {
  public CostChangeNumber {
    value = Code.checked("cost change number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
