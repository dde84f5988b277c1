package org.millrace.stock;

import org.millrace.shared.Code;

/** Names goods of an item that came or were made together, as their label does. */
public record LotCode(String value) implements Code, Comparable<LotCode> {
  public LotCode {
    value = Code.checked("lot", value, 60);
  }

  @Override
  public int compareTo(LotCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
