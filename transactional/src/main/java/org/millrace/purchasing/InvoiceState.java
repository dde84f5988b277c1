package org.millrace.purchasing;

import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a supplier's invoice stands: open until all of it is paid. */
public enum InvoiceState implements DocumentState<InvoiceState.Act> {
  OPEN,
  PAID;

  /** What can be done with a supplier's invoice. */
  public enum Act implements DocumentAct {
    PAY;

    @Override
    public String words() {
      return "be paid";
    }
  }

  @Override
  public boolean allows(Act act) {
    return this == OPEN;
  }

  @Override
  public String instead() {
    return "Reverse a payment of it first.";
  }
}
