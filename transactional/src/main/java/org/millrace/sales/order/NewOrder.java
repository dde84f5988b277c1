package org.millrace.sales.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.Problems;

/** What a customer orders, at net prices of one unit, and the quotation taken, if any. */
public record NewOrder(
    PartyCode customer,
    Instant occurredAt,
    List<NewInvoice.Line> lines,
    Optional<QuotationNumber> quotation) {
  public NewOrder {
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
