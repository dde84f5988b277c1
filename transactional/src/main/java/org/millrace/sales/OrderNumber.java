package org.millrace.sales;

import org.millrace.shared.Code;

/** Names a sales order within a company. */
public record OrderNumber(String value) implements Code, Comparable<OrderNumber> {
  public OrderNumber {
    value = Code.checked("sales order number", value, 60);
  }

  @Override
  public int compareTo(OrderNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
