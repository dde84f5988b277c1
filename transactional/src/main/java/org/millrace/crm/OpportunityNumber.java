package org.millrace.crm;

import org.millrace.shared.Code;

/** Names an opportunity within a company. */
public record OpportunityNumber(String value) implements Code {
  public OpportunityNumber {
    value = Code.checked("opportunity number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
