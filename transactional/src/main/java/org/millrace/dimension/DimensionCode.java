package org.millrace.dimension;

import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** Names a dimension within a company, such as {@code PROJECT}. */
public record DimensionCode(String value) implements Code, Comparable<DimensionCode> {
  /** The dimension of cost centres, which budgets are made by. */
  public static final DimensionCode COST_CENTRE = new DimensionCode("COST-CENTRE");

  public DimensionCode {
    value = plain("dimension", Code.checked("dimension", value, 40));
  }

  /** A word that stands within named values: no separator is in it. */
  static String plain(String field, String word) {
    new Problems()
        .require(!word.matches(".*[=;,].*"), field, word, "a word without = ; and ,")
        .refuse("The " + field + " cannot be used");
    return word;
  }

  @Override
  public int compareTo(DimensionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
