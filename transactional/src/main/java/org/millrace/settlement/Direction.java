package org.millrace.settlement;

import org.millrace.shared.Money;

/** Whether money came in or went out. */
public enum Direction {
  IN,
  OUT;

  /** Money of that direction seen from the company: in above 0, out below 0. */
  public Money signed(Money amount) {
    return this == IN ? amount : amount.negated();
  }
}
