package org.millrace.stock;

import org.millrace.shared.Code;

/** Names a place where goods lie within a company. */
public record LocationCode(String value) implements Code, Comparable<LocationCode> {
  /** The place every company has. */
  public static final LocationCode MAIN = new LocationCode("MAIN");

  public LocationCode {
    value = Code.checked("location", value, 40);
  }

  @Override
  public int compareTo(LocationCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
