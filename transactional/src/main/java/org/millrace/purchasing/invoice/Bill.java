package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ForeignAmounts;
import org.millrace.dimension.DimensionValues;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;

/**
 * What stands on the supplier's invoice, in the currency of the company; without a date it is of
 * the day it is posted.
 *
 * @param foreign what stands on it where it is in another currency
 */
public record Bill(
    Optional<String> supplierReference,
    Optional<LocalDate> invoiceDate,
    Optional<LocalDate> dueDate,
    List<Line> lines,
    TaxTerms terms,
    Optional<BigDecimal> printedTax,
    Optional<ForeignAmounts> foreign) {
  public Bill {
    lines = List.copyOf(lines);
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .require(
            lines.stream().map(Line::line).distinct().count() == lines.size(),
            "lines",
            lines.stream().map(Line::line).toList(),
            "each line of the order at most once")
        .refuse("The supplier invoice cannot be posted");
  }

  /** In the currency of the company. */
  public Bill(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      List<Line> lines,
      TaxTerms terms,
      Optional<BigDecimal> printedTax) {
    this(supplierReference, invoiceDate, dueDate, lines, terms, printedTax, Optional.empty());
  }

  /** At net prices, with no tax printed. */
  public Bill(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      List<Line> lines) {
    this(supplierReference, invoiceDate, dueDate, lines, TaxTerms.NONE, Optional.empty());
  }

  /** The same with these tax codes, by line, on lines that name none. */
  Bill taxed(Map<Integer, TaxCodeName> codes) {
    return new Bill(
        supplierReference,
        invoiceDate,
        dueDate,
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.line(),
                        line.quantity(),
                        line.unitPrice(),
                        line.taxCode().or(() -> Optional.ofNullable(codes.get(line.line()))),
                        line.discountPercent(),
                        line.dimensions()))
            .toList(),
        terms,
        printedTax,
        foreign);
  }

  /** So much of that line of the order, at that price for one unit, less a discount in percent. */
  public record Line(
      int line,
      Quantity quantity,
      BigDecimal unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<DimensionValues> dimensions) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 4;

    public Line {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .require(quantity.isPositive(), "quantity", quantity, "more than 0")
          .require(
              discountPercent.filter(percent -> !isDiscount(percent)).isEmpty(),
              "discountPercent",
              discountPercent.map(BigDecimal::toPlainString).orElse(""),
              "0 to 100 with at most " + PERCENT_DECIMALS + " decimals")
          .refuse("Line " + line + " of the supplier invoice cannot be used");
    }

    /** Of the dimensions of the order. */
    public Line(
        int line,
        Quantity quantity,
        BigDecimal unitPrice,
        Optional<TaxCodeName> taxCode,
        Optional<BigDecimal> discountPercent) {
      this(line, quantity, unitPrice, taxCode, discountPercent, Optional.empty());
    }

    /** Without tax and discount. */
    public Line(int line, Quantity quantity, BigDecimal unitPrice) {
      this(line, quantity, unitPrice, Optional.empty(), Optional.empty());
    }

    private static boolean isDiscount(BigDecimal percent) {
      return percent.signum() >= 0
          && percent.compareTo(HUNDRED) <= 0
          && percent.stripTrailingZeros().scale() <= PERCENT_DECIMALS;
    }

    /** Price of all units less the discount, rounded. */
    Money amount(Currency currency) {
      Money all = Money.of(unitPrice, currency).times(quantity);
      return discountPercent
          .map(off -> all.times(HUNDRED.subtract(off).movePointLeft(2)))
          .orElse(all)
          .rounded();
    }
  }
}
