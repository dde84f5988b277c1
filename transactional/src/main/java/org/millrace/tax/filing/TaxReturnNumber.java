package org.millrace.tax.filing;

import org.millrace.shared.Code;

/** Names a tax return within a company. */
public record TaxReturnNumber(String value) implements Code {
  public TaxReturnNumber {
    value = Code.checked("tax return number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
