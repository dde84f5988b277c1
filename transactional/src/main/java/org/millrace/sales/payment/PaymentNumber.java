package org.millrace.sales.payment;

import org.millrace.shared.Code;

/** Names a payment of a customer within a company. */
public record PaymentNumber(String value) implements Code {
  public PaymentNumber {
    value = Code.checked("payment number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
