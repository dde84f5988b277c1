package org.millrace.stock.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Shares of an amount, rounded half up once: the fraction itself is never cut. */
public final class Shares {
  private Shares() {}

  /** Amount x part / whole: 100.00 x 2 / 3 = 66.67. */
  static Money of(Money amount, Quantity part, Quantity whole) {
    return of(amount, part.value(), whole.value());
  }

  private static Money of(Money amount, BigDecimal part, BigDecimal whole) {
    int digits = Money.digits(amount.currency());
    BigDecimal share = amount.amount().multiply(part).divide(whole, digits, RoundingMode.HALF_UP);
    return Money.of(share, amount.currency()).rounded();
  }

  /** What goods of that value bear of a share: below 0 no more than makes them worth nothing. */
  static Money borne(Money value, Money share) {
    return share.isNegative() && value.plus(share).isNegative() ? value.negated() : share;
  }

  /**
   * Shares an amount by weights, which are 0 or more and not all 0. The shares add up to the
   * amount, and none has the other sign: 0.04 by seven equal weights are four times 0.01.
   */
  public static List<Money> among(Money amount, List<BigDecimal> weights) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal until = BigDecimal.ZERO;
    Money told = Money.zero(amount.currency());
    List<Money> shares = new ArrayList<>();
    for (BigDecimal weight : weights) {
      until = until.add(weight);
      Money share = of(amount, until, whole).minus(told);
      told = told.plus(share);
      shares.add(share);
    }
    return shares;
  }
}
