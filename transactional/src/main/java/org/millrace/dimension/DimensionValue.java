package org.millrace.dimension;

import org.millrace.shared.Code;

/** Names a value within its dimension, such as the cost centre {@code 4100}. */
public record DimensionValue(String value) implements Code, Comparable<DimensionValue> {
  public DimensionValue {
    value = DimensionCode.plain("value", Code.checked("value", value, 40));
  }

  @Override
  public int compareTo(DimensionValue other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
