package org.millrace.stock.count;

import org.millrace.shared.Code;

/** Names a stock count within a company. */
public record CountNumber(String value) implements Code {
  public CountNumber {
    value = Code.checked("count number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
