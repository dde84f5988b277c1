package org.millrace.exchange.layout;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** What a column of a list holds, and so how a file's own form of it is read. */
public enum CellType {
  TEXT("text"),
  NUMBER("number"),
  DATE("date"),
  MOMENT("moment");

  private final String word;

  CellType(String word) {
    this.word = word;
  }

  /** As mappings write it. */
  public String word() {
    return word;
  }

  static Optional<CellType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** The type of a column whose cells become values of that class. */
  public static CellType of(Class<?> value) {
    if (value == LocalDate.class) {
      return DATE;
    }
    if (value == Instant.class) {
      return MOMENT;
    }
    boolean isNumber =
        value == Quantity.class
            || value == Money.class
            || value == BigDecimal.class
            || value == Integer.class
            || value == Long.class
            || value == int.class
            || value == long.class;
    return isNumber ? NUMBER : TEXT;
  }
}
