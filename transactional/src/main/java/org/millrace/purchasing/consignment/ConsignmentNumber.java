package org.millrace.purchasing.consignment;

import org.millrace.shared.Code;

/** Names a consignment within a company. */
public record ConsignmentNumber(String value) implements Code {
  public ConsignmentNumber {
    value = Code.checked("consignment number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
