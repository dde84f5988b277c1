package org.millrace.settlement;

/** Names an open item within a company. */
public record ItemRef(ItemKind kind, String number) {
  @Override
  public String toString() {
    return number;
  }
}
