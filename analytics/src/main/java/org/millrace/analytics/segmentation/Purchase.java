package org.millrace.analytics.segmentation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One sales document of a named customer: an invoice counts as a purchase, a credit note only
 * lowers the value. The amount is net, in the document's currency, negative on credit notes.
 */
public record Purchase(
    Customer customer, Kind kind, String document, LocalDate date, Amount netAmount) {

  public Purchase {
    requireNonNull(customer, "customer");
    requireNonNull(kind, "kind");
    requireNonNull(document, "document");
    requireNonNull(date, "date");
    requireNonNull(netAmount, "netAmount");
  }

  /** What kind of document it is. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE
  }

  /** A decimal amount with its ISO currency. */
  public record Amount(BigDecimal value, String currency) {
    public Amount {
      requireNonNull(value, "value");
      requireNonNull(currency, "currency");
    }
  }

  boolean isInvoice() {
    return kind == Kind.INVOICE;
  }
}
