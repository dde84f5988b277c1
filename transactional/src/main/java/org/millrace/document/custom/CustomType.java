package org.millrace.document.custom;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in a custom field. */
public enum CustomType {
  TEXT(String.class),
  NUMBER(BigDecimal.class),
  DATE(LocalDate.class),
  FLAG(boolean.class),
  CHOICE(String.class),
  CUSTOMER(String.class),
  SUPPLIER(String.class),
  ITEM(String.class);

  private final Class<?> value;

  CustomType(Class<?> value) {
    this.value = value;
  }

  /** How lists compare it. */
  Type value() {
    return value;
  }

  /** Whether it names something that is registered. */
  public boolean isReference() {
    return this == CUSTOMER || this == SUPPLIER || this == ITEM;
  }
}
