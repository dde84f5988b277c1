package org.millrace.purchasing;

import org.millrace.shared.Code;

/** Names a purchase order within a company. */
public record PurchaseOrderNumber(String value) implements Code {
  public PurchaseOrderNumber {
    value = Code.checked("purchase order number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
