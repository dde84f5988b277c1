package org.millrace.sales;

import org.millrace.shared.Code;

/** Names a quotation within a company. */
public record QuotationNumber(String value) implements Code, Comparable<QuotationNumber> {
  public QuotationNumber {
    value = Code.checked("quotation number", value, 60);
  }

  @Override
  public int compareTo(QuotationNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
