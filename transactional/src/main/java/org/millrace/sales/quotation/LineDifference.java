package org.millrace.sales.quotation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;

/**
 * A line of a quotation beside that of the version it replaced; the lines of one item are compared
 * in their order. Prices and amounts are in the currency of each quotation.
 *
 * @param id joins quotation and line
 * @param difference what became of the line: same, changed, added or removed
 * @param line of the quotation; absent where it was removed
 */
@Listed(
    searched = {"quotation", "replaces", "item", "itemName"},
    sorted = "id",
    key = "id")
record LineDifference(
    String id,
    QuotationNumber quotation,
    QuotationNumber replaces,
    Difference difference,
    Optional<Integer> line,
    ItemCode item,
    String itemName,
    Optional<Quantity> quantityBefore,
    Optional<Quantity> quantity,
    @Amount(in = "currencyBefore") Optional<BigDecimal> unitPriceBefore,
    @Amount(in = "currency") Optional<BigDecimal> unitPrice,
    @Amount(in = "currencyBefore") Optional<BigDecimal> netAmountBefore,
    @Amount(in = "currency") Optional<BigDecimal> netAmount,
    Currency currencyBefore,
    Currency currency) {

  /** What became of a line. */
  enum Difference {
    SAME,
    CHANGED,
    ADDED,
    REMOVED
  }
}
