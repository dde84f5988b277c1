package org.millrace.purchasing.payment;

import org.millrace.shared.Code;

/** Names a payment to a supplier within a company. */
public record SupplierPaymentNumber(String value) implements Code {
  public SupplierPaymentNumber {
    value = Code.checked("payment number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
