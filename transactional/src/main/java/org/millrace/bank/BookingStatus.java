package org.millrace.bank;

import org.millrace.document.DocumentState;

/** Where a bank booking stands; the acts that each state allows are declared here alone. */
public enum BookingStatus implements DocumentState<BookingAct> {
  POSTED,
  /** Undone: its lines are open again. */
  REVERSED,
  /** The money came back by a later line. */
  RETURNED;

  @Override
  public boolean allows(BookingAct act) {
    return this == POSTED;
  }

  @Override
  public String instead() {
    return "Book its lines again.";
  }
}
