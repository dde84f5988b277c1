package org.millrace.sales;

import org.millrace.shared.Code;

/** Names an invoice or credit note within a company. */
public record InvoiceNumber(String value) implements Code, Comparable<InvoiceNumber> {
  public InvoiceNumber {
    value = Code.checked("invoice number", value, 60);
  }

  @Override
  public int compareTo(InvoiceNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
