package org.millrace.bank;

import org.millrace.document.DocumentState;

/** Where a statement stands; the acts that each state allows are declared here alone. */
public enum StatementStatus implements DocumentState<StatementAct> {
  /** Some of its lines are not booked. */
  OPEN,
  /** All its lines are booked, or need no booking. */
  DONE,
  /** Taken in by mistake; it may be taken in again. */
  CANCELLED;

  @Override
  public boolean allows(StatementAct act) {
    return this == OPEN;
  }

  @Override
  public String instead() {
    return this == DONE ? "Undo the bookings of its lines first." : "Enter it again.";
  }
}
