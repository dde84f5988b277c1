package org.millrace.tax;

import org.millrace.shared.Code;

/** Names a tax code within a company, such as {@code VAT19}. */
public record TaxCodeName(String value) implements Code, Comparable<TaxCodeName> {
  public TaxCodeName {
    value = Code.checked("tax code", value, 20);
  }

  @Override
  public int compareTo(TaxCodeName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
