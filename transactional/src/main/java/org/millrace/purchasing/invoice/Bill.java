package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ForeignAmounts;
import org.millrace.dimension.DimensionValues;
import org.millrace.purchasing.CostAccount;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.calculation.PriceLines;

/**
 * What stands on the supplier's invoice, in the currency of the company; without a date it is of
 * the day it is posted.
 *
 * @param charges what was not ordered: freight, fees, services
 * @param foreign what stands on it where it is in another currency
 */
public record Bill(
    Optional<String> supplierReference,
    Optional<LocalDate> invoiceDate,
    Optional<LocalDate> dueDate,
    List<Line> lines,
    List<Charge> charges,
    TaxTerms terms,
    Optional<BigDecimal> printedTax,
    Optional<Foreign> foreign) {
  public Bill {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    new Problems()
        .require(
            !lines.isEmpty() || !charges.isEmpty(), "lines", "none", "at least one line or charge")
        .require(
            !lines.isEmpty() || charges.stream().noneMatch(Charge::isOfGoods),
            "charges.onGoods",
            true,
            "lines of goods that bear the charge, or an account")
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
    this(
        supplierReference,
        invoiceDate,
        dueDate,
        lines,
        List.of(),
        terms,
        printedTax,
        Optional.empty());
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
        charges,
        terms,
        printedTax,
        foreign);
  }

  /**
   * What stands on it in its own currency.
   *
   * @param paper the bill as it is written
   * @param nets the net amounts of its lines, in their order
   */
  public record Foreign(ForeignAmounts amounts, Bill paper, List<Money> nets) {
    public Foreign {
      nets = List.copyOf(nets);
    }
  }

  /** The amounts of its lines and then of its charges, before tax, each with its tax code. */
  List<PriceLines.Line> priced(Currency currency) {
    List<PriceLines.Line> priced = new ArrayList<>();
    for (Line line : lines) {
      priced.add(
          new PriceLines.Line(line.taxCode(), line.quantity().value(), line.amount(currency)));
    }
    for (Charge charge : charges) {
      priced.add(
          new PriceLines.Line(
              charge.taxCode(), BigDecimal.ONE, Money.of(charge.amount(), currency)));
    }
    return priced;
  }

  /** The same with other charges. */
  Bill with(List<Charge> other) {
    return new Bill(
        supplierReference, invoiceDate, dueDate, lines, other, terms, printedTax, foreign);
  }

  /**
   * What is billed beside the goods: freight of 15.00 that is cost of the goods of the bill, or a
   * service that is booked to an account; below 0 where it is taken off.
   *
   * @param amount as priced: without tax, or with it where the prices of the bill include it
   * @param account operating expenses where none is named
   * @param onGoods whether the goods of the bill bear it, by their amounts; no where it is not said
   */
  public record Charge(
      String text,
      @Amount(in = "currency") BigDecimal amount,
      Optional<CostAccount> account,
      Optional<Boolean> onGoods,
      Optional<TaxCodeName> taxCode) {
    private static final int LONGEST_TEXT = 200;

    public Charge {
      text = Code.checked("text", "text of a charge", text, LONGEST_TEXT);
      new Problems()
          .require(
              account.isEmpty() || onGoods.filter(is -> is).isEmpty(),
              "charges.account",
              account.map(CostAccount::value).orElse(""),
              "no account where the goods bear the charge")
          .require(
              amount.precision() - amount.scale() <= LARGEST_DIGITS,
              "charges.amount",
              amount,
              "at most 999,999,999,999.99")
          .refuse("The charge " + text + " cannot be used");
    }

    private static final int LARGEST_DIGITS = 12;

    boolean isOfGoods() {
      return onGoods.orElse(false);
    }

    /** The account that it is booked to; none where the goods bear it. */
    Optional<CostAccount> bookedTo() {
      return isOfGoods() ? Optional.empty() : account.or(() -> Optional.of(CostAccount.EXPENSES));
    }
  }

  /** So much of that line of the order, at that price for one unit, less a discount in percent. */
  public record Line(
      int line,
      Quantity quantity,
      @Amount(in = "currency") BigDecimal unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<DimensionValues> dimensions) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 6;

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
