package org.millrace.item;

/** How goods are valued that leave the stock. */
public enum CostingMethod {
  /** At value / quantity of what is there. */
  MOVING_AVERAGE,
  /** At the cost of the oldest that are there. */
  FIFO,
  /** At a cost that is set; what they cost more or less is a variance. */
  STANDARD,
  /** At one average for all that leave in a month. */
  MONTHLY_AVERAGE
}
