package org.millrace.purchasing.tolerance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * By how much a supplier's bill may differ and still pass: the quantity above what was received and
 * not yet billed, the price up or down from the ordered one, each in percent of the latter; and by
 * how many percent more may come than was ordered. All must hold.
 *
 * @param overReceiptPercent no more than ordered where none is set
 * @param amount by how much all pieces of a line together may be dearer or cheaper than ordered, in
 *     the currency of the company; any amount where none is set
 * @param taxDifference by how much the printed tax may be above or below the computed one, in the
 *     currency of the company; what is within is shown as a difference and not deducted. Where none
 *     is set any difference passes and is deducted as the rest of the tax
 */
public record MatchTolerance(
    BigDecimal quantityPercent,
    BigDecimal pricePercent,
    Optional<BigDecimal> overReceiptPercent,
    @Amount Optional<BigDecimal> amount,
    @Amount Optional<BigDecimal> taxDifference) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 2;
  private static final BigDecimal ANY_AMOUNT = BigDecimal.TEN.pow(15);

  /** No more than was received, at a price within 2 %. */
  public static final MatchTolerance DEFAULT =
      new MatchTolerance(BigDecimal.ZERO, BigDecimal.valueOf(2));

  public MatchTolerance {
    quantityPercent = PlainNumber.of(quantityPercent);
    pricePercent = PlainNumber.of(pricePercent);
    overReceiptPercent = overReceiptPercent.map(PlainNumber::of);
    amount = amount.map(PlainNumber::of);
    taxDifference = taxDifference.map(PlainNumber::of);
    Problems problems = new Problems();
    check(problems, "quantityPercent", quantityPercent);
    check(problems, "pricePercent", pricePercent);
    overReceiptPercent.ifPresent(percent -> check(problems, "overReceiptPercent", percent));
    amount.ifPresent(most -> checkAmount(problems, "amount", most));
    taxDifference.ifPresent(most -> checkAmount(problems, "taxDifference", most));
    problems.refuse("The tolerance of the match cannot be set");
  }

  /** No more than ordered may come, and all pieces together may differ by any amount. */
  public MatchTolerance(BigDecimal quantityPercent, BigDecimal pricePercent) {
    this(quantityPercent, pricePercent, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Any printed tax passes, for who accepts it; its difference is booked as the company set it. */
  public MatchTolerance acceptingTax() {
    return new MatchTolerance(
        quantityPercent,
        pricePercent,
        overReceiptPercent,
        amount,
        taxDifference.map(limit -> ANY_AMOUNT));
  }

  /** What of a bill can be beyond the tolerance. */
  public enum Difference {
    QUANTITY,
    PRICE,
    AMOUNT,
    TAX
  }

  /** A line as it was ordered, came and is billed. */
  public record Compared(
      Quantity ordered, Money orderPrice, Quantity received, Quantity billed, Money billPrice) {}

  /** What of a line is beyond the tolerance; nothing where it passes. */
  public List<Difference> exceeded(Compared line) {
    List<Difference> exceeded = new ArrayList<>();
    boolean isMore =
        line.received().compareTo(mostReceived(line.ordered())) > 0
            || line.billed().compareTo(mostOf(line.received())) > 0;
    if (isMore) {
      exceeded.add(Difference.QUANTITY);
    }
    if (!allows(line.orderPrice(), line.billPrice())) {
      exceeded.add(Difference.PRICE);
    }
    if (!allows(line.billPrice().minus(line.orderPrice()).times(line.billed()).rounded())) {
      exceeded.add(Difference.AMOUNT);
    }
    return exceeded;
  }

  /** The most that may come: ordered x (1 + over receipt percent / 100). */
  public Quantity mostReceived(Quantity ordered) {
    return above(ordered, overReceiptPercent.orElse(BigDecimal.ZERO));
  }

  /** Amount 5.00: all pieces of a line together may be 5.00 dearer or cheaper than ordered. */
  public boolean allows(Money difference) {
    return amount.filter(most -> difference.amount().abs().compareTo(most) > 0).isEmpty();
  }

  /** Tax difference 0.20: 23.25 printed for 23.10 computed passes, 23.31 does not. */
  public boolean allowsTax(Money difference) {
    return taxDifference.filter(most -> difference.amount().abs().compareTo(most) > 0).isEmpty();
  }

  private static void checkAmount(Problems problems, String field, BigDecimal most) {
    problems.require(
        most.signum() >= 0 && most.scale() <= MOST_DECIMALS,
        field,
        most,
        "0 or more with at most " + MOST_DECIMALS + " decimals");
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
    return above(open, quantityPercent);
  }

  private static Quantity above(Quantity quantity, BigDecimal percent) {
    BigDecimal most =
        quantity.value().multiply(HUNDRED.add(percent)).divide(HUNDRED, 4, RoundingMode.FLOOR);
    return Quantity.of(most);
  }

  /** Price percent 2: 100.00 ordered lets 98.00 to 102.00 pass. */
  public boolean allows(Money ordered, Money billed) {
    BigDecimal difference = billed.minus(ordered).amount().abs();
    return difference.multiply(HUNDRED).compareTo(ordered.amount().multiply(pricePercent)) <= 0;
  }
}
