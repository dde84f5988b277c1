package org.millrace.purchasing.tolerance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.millrace.shared.Money;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * By how much a supplier's bill may differ and still pass: the quantity above what was received and
 * not yet billed, the price up or down from the ordered one, each in percent of the latter.
 */
public record MatchTolerance(BigDecimal quantityPercent, BigDecimal pricePercent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 2;

  /** No more than was received, at a price within 2 %. */
  public static final MatchTolerance DEFAULT =
      new MatchTolerance(BigDecimal.ZERO, BigDecimal.valueOf(2));

  public MatchTolerance {
    quantityPercent = PlainNumber.of(quantityPercent);
    pricePercent = PlainNumber.of(pricePercent);
    Problems problems = new Problems();
    check(problems, "quantityPercent", quantityPercent);
    check(problems, "pricePercent", pricePercent);
    problems.refuse("The tolerance of the match cannot be set");
  }

  private static void check(Problems problems, String field, BigDecimal percent) {
    problems.require(
        percent.signum() >= 0
            && percent.compareTo(HUNDRED) <= 0
            && percent.scale() <= MOST_DECIMALS,
        field,
        percent,
        "0 to 100 with at most " + MOST_DECIMALS + " decimals");
  }

  /**
   * The most that may be billed: open x (1 + quantity percent / 100), rounded down to the 4
   * decimals of a quantity. 95 received at 2 % let 96.9 pass; where nothing is open, nothing may be
   * billed.
   */
  public Quantity mostOf(Quantity open) {
    BigDecimal most =
        open.value().multiply(HUNDRED.add(quantityPercent)).divide(HUNDRED, 4, RoundingMode.FLOOR);
    return Quantity.of(most);
  }

  /** Price percent 2: 100.00 ordered lets 98.00 to 102.00 pass. */
  public boolean allows(Money ordered, Money billed) {
    BigDecimal difference = billed.minus(ordered).amount().abs();
    return difference.multiply(HUNDRED).compareTo(ordered.amount().multiply(pricePercent)) <= 0;
  }
}
