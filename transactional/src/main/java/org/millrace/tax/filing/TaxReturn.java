package org.millrace.tax.filing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;

/**
 * What a company told the authority for a period. It holds all taxes up to the last day that no
 * return held before; what comes later for one of its days goes into the next one, as late.
 *
 * <p>Net amount = output tax less input tax. In the style of a VAT return that is paid, or paid
 * back when it is below 0. In that of 增值税, what input tax is above output tax is carried into the
 * next period: payable = net amount less what was carried in, at least 0.
 */
public record TaxReturn(
    TaxReturnNumber number,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate filedDate,
    Style style,
    Money outputTax,
    Money inputTax,
    Money carriedIn,
    Money payable,
    Money carriedOut,
    Currency currency,
    List<Line> lines) {
  /** Stored in tax.tax_return with its lines; numbered TX-000001. */
  public static final DocumentKind<TaxReturn> KIND =
      DocumentKind.of(TaxReturn.class, "tax", "tax-return")
          .numbered("TX")
          .lines("lines", "tax.tax_return_line", "number")
          .searched("number", "style")
          .sorted("-lastDay")
          .build();

  public TaxReturn {
    lines = List.copyOf(lines);
  }

  /** What becomes of input tax above output tax. */
  public enum Style {
    /** It is paid back. */
    VAT,
    /** It is carried into the next period. */
    PRC
  }

  /** The sum of one code on one side; late = of days before the period. */
  public record Line(
      TaxEntry.Side side,
      TaxCodeName code,
      TaxCategory category,
      boolean late,
      Money base,
      Money tax) {}

  /** The days that a return is for. */
  public record Days(LocalDate firstDay, LocalDate lastDay) {
    public Days {
      new Problems()
          .require(
              !lastDay.isBefore(firstDay),
              "lastDay",
              lastDay,
              "not before the first day " + firstDay)
          .refuse("The tax return cannot be filed");
    }
  }

  /** The return of those lines, after one that carried so much. */
  static TaxReturn of(
      TaxReturnNumber number, Days days, LocalDate filed, Style style, Summed summed) {
    Money output = sum(summed, TaxEntry.Side.OUTPUT);
    Money input = sum(summed, TaxEntry.Side.INPUT);
    Money none = Money.zero(summed.currency());
    Money net = output.minus(input).minus(summed.carriedIn());
    boolean isCarried = style == Style.PRC && net.isNegative();
    return new TaxReturn(
        number,
        days.firstDay(),
        days.lastDay(),
        filed,
        style,
        output,
        input,
        summed.carriedIn(),
        isCarried ? none : net,
        isCarried ? net.negated() : none,
        summed.currency(),
        summed.lines());
  }

  private static Money sum(Summed summed, TaxEntry.Side side) {
    return summed.lines().stream()
        .filter(line -> line.side() == side)
        .map(Line::tax)
        .reduce(Money.zero(summed.currency()), Money::plus);
  }

  /** What a return is drawn from: the open taxes by code, and what the last return carried. */
  record Summed(List<Line> lines, Money carriedIn, Currency currency) {
    Summed {
      lines = List.copyOf(lines);
    }
  }
}
