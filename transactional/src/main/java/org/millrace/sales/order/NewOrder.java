package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.Problems;

/**
 * What a customer orders, at net prices of one unit, the quotation taken and the day on which the
 * goods are wanted, if any.
 */
public record NewOrder(
    PartyCode customer,
    Instant occurredAt,
    List<NewInvoice.Line> lines,
    Optional<QuotationNumber> quotation,
    Optional<LocalDate> requestedDate) {
  public NewOrder {
    lines = List.copyOf(lines);
  }

  /**
   * Passes when it can be placed on that day.
   *
   * @throws org.millrace.shared.Refused with all that is wrong
   */
  void requireSound(LocalDate day) {
    Problems problems = new Problems();
    problems.require(!lines.isEmpty(), "lines", "none", "at least one line");
    requestedDate.ifPresent(
        wanted ->
            problems.require(
                !wanted.isBefore(day),
                "requestedDate",
                wanted,
                "a day not before the order date " + day));
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
