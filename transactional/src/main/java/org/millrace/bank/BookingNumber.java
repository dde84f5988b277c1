package org.millrace.bank;

import org.millrace.shared.Code;

/** Names a bank booking within a company. */
public record BookingNumber(String value) implements Code {
  public BookingNumber {
    value = Code.checked("booking number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
