package org.millrace.exchange.mapping;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a sales history can hold. */
public enum Field {
  NUMBER("number"),
  ITEM("item"),
  DESCRIPTION("description"),
  QUANTITY("quantity"),
  DATE("date"),
  UNIT_PRICE("unitPrice"),
  CUSTOMER("customer"),
  COUNTRY("country");

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /** As mappings write it. */
  public String word() {
    return word;
  }

  static Optional<Field> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
