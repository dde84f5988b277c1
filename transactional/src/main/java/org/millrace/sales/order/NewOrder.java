package org.millrace.sales.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.stock.LocationCode;

/**
 * What a customer orders, at net prices of one unit, the quotation taken, the day on which the
 * goods are wanted and the location that they leave from, if any.
 *
 * @param priority that of the customer when absent
 * @param documentDiscount in percent of the whole, more than 0
 * @param money the currency of the prices with its rate, where it is not the one of the company
 */
public record NewOrder(
    PartyCode customer,
    List<NewInvoice.Line> lines,
    Optional<QuotationNumber> quotation,
    Optional<LocalDate> requestedDate,
    Optional<DispatchPriority> priority,
    Optional<LocationCode> location,
    Optional<BigDecimal> documentDiscount,
    Optional<AskedCurrency> money) {
  public NewOrder {
    lines = List.copyOf(lines);
  }

  /** At prices in the currency of the company. */
  public NewOrder(
      PartyCode customer,
      List<NewInvoice.Line> lines,
      Optional<QuotationNumber> quotation,
      Optional<LocalDate> requestedDate,
      Optional<LocationCode> location) {
    this(
        customer,
        lines,
        quotation,
        requestedDate,
        Optional.empty(),
        location,
        Optional.empty(),
        Optional.empty());
  }
}
