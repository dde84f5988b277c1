package org.millrace.ledger.unbilled;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What of a document is received and not billed on a day: its value at the ordered prices, and the
 * days since it came. All of them together are what goods received not invoiced says. Below 0 where
 * goods went back that are billed and that no credit note of the supplier credits yet.
 *
 * @param quantity of all lines; absent where the document is of no goods
 */
@Listed(
    searched = {"number", "orderNumber", "supplier", "supplierName"},
    sorted = "receivedOn",
    key = "number")
record UnbilledGoods(
    Kind kind,
    String number,
    LocalDate receivedOn,
    int days,
    Age age,
    Optional<String> orderNumber,
    Optional<String> supplier,
    Optional<String> supplierName,
    Optional<Quantity> quantity,
    Money amount,
    Currency currency) {
  /** What the document is. */
  enum Kind {
    /** Goods that came. */
    RECEIPT,
    /** Goods that went back after they were billed. */
    RETURN,
    /** Freight, duty and the like, on goods that came. */
    LANDED_COST
  }

  /** How many days ago it came. */
  enum Age {
    DAYS_0_TO_30,
    DAYS_31_TO_60,
    DAYS_61_TO_90,
    OVER_90
  }
}
