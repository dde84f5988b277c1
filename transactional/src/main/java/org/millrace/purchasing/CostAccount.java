package org.millrace.purchasing;

import org.millrace.shared.Code;

/** Names the account that an expense is booked to, by its number in the chart of accounts. */
public record CostAccount(String value) implements Code {
  /** Operating expenses: where what is no cost of goods is booked when nobody names an account. */
  public static final CostAccount EXPENSES = new CostAccount("6000");

  public CostAccount {
    value = Code.checked("account", value, 20);
  }

  @Override
  public String toString() {
    return value;
  }
}
