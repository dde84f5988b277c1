package org.millrace.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * A sale without an order, or a credit note of one: what is billed is what leaves (or comes back
 * to) stock. Quantities of a credit note are negative. Without a number the next of the series is
 * taken; without a country the party's counts.
 */
public record NewInvoice(
    Invoice.Kind kind,
    Optional<InvoiceNumber> number,
    Optional<String> sourceNumber,
    PartyCode customer,
    Optional<String> country,
    Instant occurredAt,
    int daysToPay,
    Optional<InvoiceNumber> credits,
    List<Line> lines) {
  public NewInvoice {
    lines = List.copyOf(lines);
    requireDaysToPay(new Problems(), daysToPay)
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .refuse(
            "The " + (kind == Invoice.Kind.INVOICE ? "invoice" : "credit note") + " is refused");
  }

  /** Notes a problem unless a customer can be given so many days to pay. */
  public static Problems requireDaysToPay(Problems problems, int days) {
    return problems.require(
        days >= 0 && days <= 3650, "daysToPay", days, "a number from 0 to 3650");
  }

  /** Units of an item at a net price of one unit. */
  public record Line(ItemCode item, Quantity quantity, BigDecimal unitPrice) {
    public Line {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .require(!quantity.isZero(), "quantity", quantity, "not 0")
          .refuse("Item " + item + " cannot be billed");
    }
  }
}
