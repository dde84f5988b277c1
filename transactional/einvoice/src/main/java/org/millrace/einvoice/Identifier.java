package org.millrace.einvoice;

import java.util.Optional;

/** A number or code, and the list that it comes from where one is said. */
public record Identifier(String value, Optional<String> scheme) {
  public static Identifier of(String value) {
    return new Identifier(value, Optional.empty());
  }

  public static Identifier of(String value, String scheme) {
    return new Identifier(value, Optional.of(scheme));
  }
}
