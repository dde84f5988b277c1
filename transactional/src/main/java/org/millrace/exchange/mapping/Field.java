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
  /** What the whole line comes to, where there is no price of one unit. */
  AMOUNT("amount"),
  DISCOUNT("discount"),
  CUSTOMER("customer"),
  COUNTRY("country"),
  UNIT("unit");

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /** As mappings write it. */
  public String word() {
    return word;
  }

  /** Whether one value can stand for all rows of a file. */
  boolean canBeConstant() {
    return switch (this) {
      case ITEM, DESCRIPTION, QUANTITY, CUSTOMER, COUNTRY, UNIT -> true;
      case NUMBER, DATE, UNIT_PRICE, AMOUNT, DISCOUNT -> false;
    };
  }

  /** Whether a mapping may leave it out: a price or an amount is asked for apart. */
  boolean isOptional() {
    return switch (this) {
      case DESCRIPTION, CUSTOMER, UNIT_PRICE, AMOUNT, DISCOUNT, UNIT -> true;
      case NUMBER, ITEM, QUANTITY, DATE, COUNTRY -> false;
    };
  }

  static Optional<Field> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
