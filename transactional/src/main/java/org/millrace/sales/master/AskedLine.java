package org.millrace.sales.master;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.item.ItemCode;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.tax.TaxCodeName;

/**
 * So many of an item, in its own unit unless another is named, at a price of one of that unit.
 * Without a price the price lists say it, and without a discount theirs counts.
 */
public record AskedLine(
    ItemCode item,
    Quantity quantity,
    Optional<Unit> unit,
    @Amount(in = "currency") Optional<BigDecimal> unitPrice,
    Optional<TaxCodeName> taxCode,
    Optional<BigDecimal> discountPercent,
    Optional<DimensionValues> dimensions) {
  public AskedLine {
    new NewInvoice.Line(
        item, quantity, unitPrice.orElse(BigDecimal.ZERO), taxCode, discountPercent);
  }
}
