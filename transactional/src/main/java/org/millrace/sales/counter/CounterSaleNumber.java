package org.millrace.sales.counter;

import org.millrace.shared.Code;

/** Names a counter sale within a company. */
public record CounterSaleNumber(String value) implements Code {
  public CounterSaleNumber {
    value = Code.checked("counter sale number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
