package org.millrace.shared;

/** A company whose books are kept apart from all others: as its people write it; at most 40. */
public record CompanyCode(String value) implements Code {
  public CompanyCode {
    value = Code.checked("company", value, 40);
    new Problems()
        .require(
            value.matches("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ._&-]*"),
            "company",
            value,
            "letters, digits, space, dot, dash, ampersand or underscore")
        .refuse("The company code cannot be used");
  }

  @Override
  public String toString() {
    return value;
  }
}
