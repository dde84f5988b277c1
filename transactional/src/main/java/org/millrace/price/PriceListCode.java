package org.millrace.price;

import org.millrace.shared.Code;

/** Names a price list within a company. */
public record PriceListCode(String value) implements Code, Comparable<PriceListCode> {
  public PriceListCode {
    value = Code.checked("price list", value, 40);
  }

  @Override
  public int compareTo(PriceListCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
