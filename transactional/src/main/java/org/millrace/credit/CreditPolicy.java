package org.millrace.credit;

/** What happens to an order that exceeds the credit limit of its customer. */
public enum CreditPolicy {
  /** Nothing. */
  OFF,
  /** A credit check tells of it. */
  WARN,
  /** It is not delivered until it is released or within the limit. */
  HOLD
}
