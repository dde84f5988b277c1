package org.millrace.sales.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.stock.LocationCode;

/**
 * What a customer orders, at net prices of one unit, the quotation taken, the day on which the
 * goods are wanted and the location that they leave from, if any.
 */
public record NewOrder(
    PartyCode customer,
    List<NewInvoice.Line> lines,
    Optional<QuotationNumber> quotation,
    Optional<LocalDate> requestedDate,
    Optional<LocationCode> location) {
  public NewOrder {
    lines = List.copyOf(lines);
  }
}
