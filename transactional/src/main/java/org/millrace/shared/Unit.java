package org.millrace.shared;

/** The unit an item is counted in, such as {@code pcs} or {@code kg}. */
public record Unit(String value) implements Code {
  /** Single pieces. */
  public static final Unit PIECES = new Unit("pcs");

  public Unit {
    value = Code.checked("unit", value, 12);
  }

  @Override
  public String toString() {
    return value;
  }
}
