package org.millrace.sales.quotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.Problems;

/** What is offered to a customer, at net prices of one unit, and until when. */
record NewQuotation(
    PartyCode customer, Instant occurredAt, LocalDate validUntil, List<NewInvoice.Line> lines) {
  NewQuotation {
    lines = List.copyOf(lines);
  }

  /**
   * Passes when it can be made on that day.
   *
   * @throws org.millrace.shared.Refused with all that is wrong
   */
  void requireSound(LocalDate day) {
    Problems problems = new Problems();
    problems.require(!lines.isEmpty(), "lines", "none", "at least one line");
    problems.require(
        !validUntil.isBefore(day), "validUntil", validUntil, "a day not before " + day);
    for (int i = 0; i < lines.size(); i++) {
      problems.require(
          lines.get(i).quantity().isPositive(),
          "lines." + (i + 1) + ".quantity",
          lines.get(i).quantity(),
          "more than 0");
    }
    problems.refuse("The quotation cannot be made");
  }
}
