package org.millrace.service;

import org.millrace.shared.Code;

/** Names a service ticket within a company. */
public record TicketNumber(String value) implements Code {
  public TicketNumber {
    value = Code.checked("ticket number", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
