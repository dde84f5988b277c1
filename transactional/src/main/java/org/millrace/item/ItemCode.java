package org.millrace.item;

import org.millrace.shared.Code;

/** Names an item within a company; kept as written. */
public record ItemCode(String value) implements Code, Comparable<ItemCode> {
  public ItemCode {
    value = Code.checked("item code", value, 60);
  }

  @Override
  public int compareTo(ItemCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
