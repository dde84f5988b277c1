package org.millrace.price;

import java.math.BigDecimal;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * A discount on the whole of a document, after those of its lines, and what it comes to. The net
 * amounts of the lines are less their shares of it.
 *
 * @param percent of what the lines come to, more than 0 and at most 100
 * @param amount in the currency of the company
 * @param foreignAmount as it stands on a document in another currency
 */
public record DocumentDiscount(
    BigDecimal percent,
    Money amount,
    @Amount(in = "foreign.currency") Optional<BigDecimal> foreignAmount) {
  /** All of it. */
  public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final int DECIMALS = 4;

  public DocumentDiscount {
    percent = PlainNumber.of(percent);
    foreignAmount = foreignAmount.map(PlainNumber::of);
  }

  /**
   * A percentage as it was asked for; none where it is 0.
   *
   * @throws org.millrace.shared.Refused as invalid when there is no such discount
   */
  public static Optional<BigDecimal> asked(Optional<BigDecimal> percent, String title) {
    Optional<BigDecimal> plain = percent.map(PlainNumber::of);
    new Problems()
        .require(
            plain.filter(off -> !isPossible(off)).isEmpty(),
            "documentDiscountPercent",
            plain.map(BigDecimal::toPlainString).orElse(""),
            "0 to 100 with at most " + DECIMALS + " decimals")
        .refuse(title);
    return plain.filter(off -> off.signum() > 0);
  }

  private static boolean isPossible(BigDecimal percent) {
    return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= DECIMALS;
  }

  /** It and the discount of a line as one: 10 % of a line and 5 % of the document are 14.5 %. */
  public static BigDecimal together(BigDecimal ofLine, BigDecimal ofDocument) {
    return PlainNumber.of(
        HUNDRED.subtract(
            HUNDRED.subtract(ofLine).multiply(HUNDRED.subtract(ofDocument)).movePointLeft(2)));
  }
}
