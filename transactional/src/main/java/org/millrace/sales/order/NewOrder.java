package org.millrace.sales.order;

import java.time.Instant;
import java.util.List;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.Problems;

/** What a customer orders, at net prices of one unit. */
record NewOrder(PartyCode customer, Instant occurredAt, List<NewInvoice.Line> lines) {
  NewOrder {
    lines = List.copyOf(lines);
    Problems problems = new Problems();
    problems.require(!lines.isEmpty(), "lines", "none", "at least one line");
    for (int i = 0; i < lines.size(); i++) {
      problems.require(
          lines.get(i).quantity().isPositive(),
          "lines." + (i + 1) + ".quantity",
          lines.get(i).quantity(),
          "more than 0");
    }
    problems.refuse("The order cannot be placed");
  }
}
