package org.millrace.scenario;

/** A figure that came out otherwise than expected. */
public record Difference(String where, String expected, String actual) {
  @Override
  public String toString() {
    return "%s: expected %s, came %s".formatted(where, expected, actual);
  }
}
