package org.millrace.budget;

import org.millrace.shared.Code;

/** Names a budget within a company. */
public record BudgetCode(String value) implements Code, Comparable<BudgetCode> {
  public BudgetCode {
    value = Code.checked("budget", value, 40);
  }

  @Override
  public int compareTo(BudgetCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
