package org.millrace.stock.cost;

import org.millrace.shared.Code;

/** Names a landed cost within a company. */
public record LandedCostNumber(String value) implements Code {
  public LandedCostNumber {
    value = Code.checked("landed cost number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
