package org.millrace.sales.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;

/**
 * What a customer orders, at net prices of one unit, the quotation taken and the day on which the
 * goods are wanted, if any.
 */
public record NewOrder(
    PartyCode customer,
    List<NewInvoice.Line> lines,
    Optional<QuotationNumber> quotation,
    Optional<LocalDate> requestedDate) {
  public NewOrder {
    lines = List.copyOf(lines);
  }
}
