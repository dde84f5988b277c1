package org.millrace.shared;

import java.util.Locale;

/** A company whose books are kept apart from all others: capitals, digits, dash; at most 40. */
public record CompanyCode(String value) implements Code {
  public CompanyCode {
    value = Code.checked("company", value, 40).toUpperCase(Locale.ROOT);
    new Problems()
        .require(
            value.matches("[A-Z0-9][A-Z0-9_-]*"),
            "company",
            value,
            "letters, digits, dash or underscore")
        .refuse("The company code cannot be used");
  }

  @Override
  public String toString() {
    return value;
  }
}
