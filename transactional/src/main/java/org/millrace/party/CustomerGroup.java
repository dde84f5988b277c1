package org.millrace.party;

import org.millrace.shared.Code;

/** Customers with the same prices, by a code of the company's own choosing such as RETAIL. */
public record CustomerGroup(String value) implements Code {
  public CustomerGroup {
    value = Code.checked("customer group", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
