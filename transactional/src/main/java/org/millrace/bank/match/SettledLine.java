package org.millrace.bank.match;

import java.util.List;

/** A line that was booked before, with what it settled, so that it can come back. */
public record SettledLine(BankLine line, List<Match.Allocation> items) {
  public SettledLine {
    items = List.copyOf(items);
  }
}
