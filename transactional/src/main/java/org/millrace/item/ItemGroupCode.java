package org.millrace.item;

import org.millrace.shared.Code;

/** Names a group of items within a company. */
public record ItemGroupCode(String value) implements Code, Comparable<ItemGroupCode> {
  public ItemGroupCode {
    value = Code.checked("item group", value, 40);
  }

  @Override
  public int compareTo(ItemGroupCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
