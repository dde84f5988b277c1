package org.millrace.tax.determination;

import org.millrace.shared.Code;

/** Names a rule of tax determination within a company, such as {@code EU-GOODS}. */
public record TaxRuleCode(String value) implements Code {
  public TaxRuleCode {
    value = Code.checked("tax rule", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
