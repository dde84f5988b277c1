package org.millrace.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;

/**
 * Another unit of an item: so many of it are so many of the item's own unit. 1 box is 12 pcs:
 * factor 12. Of pieces counted by the dozen 12 are 1: factor 1, per 12. 1 lb is 0.45359237 kg.
 *
 * @param factor of the item's own unit
 * @param per of this unit, 1 where absent
 */
public record ItemUnit(Unit unit, BigDecimal factor, Optional<BigDecimal> per) {
  /** A factor has at most so many decimals. */
  public static final int DECIMALS = 9;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final int PRICE_DECIMALS = 6;

  public ItemUnit {
    factor = PlainNumber.of(factor);
    per = per.map(PlainNumber::of).filter(some -> some.compareTo(BigDecimal.ONE) != 0);
    new Problems()
        .require(isFactor(factor), "factor", factor, expected())
        .require(
            per.filter(some -> !isFactor(some)).isEmpty(),
            "per",
            per.map(BigDecimal::toPlainString).orElse(""),
            expected())
        .refuse("The unit " + unit + " cannot be used");
  }

  /** One of that unit is so many of the item's own. */
  public static ItemUnit of(Unit unit, long factor) {
    return new ItemUnit(unit, BigDecimal.valueOf(factor), Optional.empty());
  }

  private static boolean isFactor(BigDecimal number) {
    return number.signum() > 0 && number.scale() <= DECIMALS && number.compareTo(MOST) <= 0;
  }

  private static String expected() {
    return "more than 0 and at most " + MOST + ", with at most " + DECIMALS + " decimals";
  }

  /** So many of this unit in the item's own; empty where four decimals do not hold it exactly. */
  public Optional<Quantity> inOwn(Quantity some) {
    BigDecimal dividend = some.value().multiply(factor);
    BigDecimal divisor = per.orElse(BigDecimal.ONE);
    BigDecimal result = dividend.divide(divisor, Quantity.DECIMALS, RoundingMode.DOWN);
    return result.multiply(divisor).compareTo(dividend) == 0
        ? Optional.of(Quantity.of(result))
        : Optional.empty();
  }

  /** So many of the item's own unit in this one; empty where four decimals do not hold it. */
  public Optional<Quantity> ofOwn(Quantity own) {
    BigDecimal dividend = own.value().multiply(per.orElse(BigDecimal.ONE));
    BigDecimal result = dividend.divide(factor, Quantity.DECIMALS, RoundingMode.DOWN);
    return result.multiply(factor).compareTo(dividend) == 0
        ? Optional.of(Quantity.of(result))
        : Optional.empty();
  }

  /**
   * The price of one of the item's own unit where one of this costs so much, rounded half up to six
   * decimals: 100 a box of 12 are 8.333333 each.
   */
  public BigDecimal priceOfOwn(BigDecimal price) {
    BigDecimal whole = price.multiply(per.orElse(BigDecimal.ONE));
    return PlainNumber.of(whole.divide(factor, PRICE_DECIMALS, RoundingMode.HALF_UP));
  }
}
