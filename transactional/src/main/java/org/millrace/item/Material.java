package org.millrace.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * How much of an item one good piece of another takes: a line of the bill of material. Scrap
 * percent is what is expected to be spoilt on the way, in percent of what the good pieces take (the
 * scrap factor of material planning); it is absent where nothing is.
 */
public record Material(ItemCode item, Quantity quantity, Optional<BigDecimal> scrapPercent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 2;

  public Material {
    scrapPercent = scrapPercent.map(PlainNumber::of).filter(percent -> percent.signum() != 0);
    BigDecimal scrap = scrapPercent.orElse(BigDecimal.ZERO);
    new Problems()
        .require(quantity.isPositive(), "quantity", quantity, "more than 0")
        .require(
            scrap.signum() >= 0
                && scrap.compareTo(HUNDRED) <= 0
                && scrap.scale() <= PERCENT_DECIMALS,
            "scrapPercent",
            scrap,
            "0 to 100 with at most " + PERCENT_DECIMALS + " decimals")
        .refuse("The material " + item + " cannot be used");
  }

  /** A material of which nothing is spoilt. */
  public static Material of(ItemCode item, Quantity quantity) {
    return new Material(item, quantity, Optional.empty());
  }

  /** What so many good pieces take: 10 bicycles of 2 wheels each take 20. */
  public Quantity takenBy(Quantity pieces) {
    return quantity.times(pieces);
  }

  /**
   * What is expected to be spoilt on the way to so many good pieces: quantity x pieces x scrap
   * percent / 100, rounded up to the 4 decimals of a quantity. 10 bicycles of 2 wheels each at 5 %
   * scrap: 20 x 0.05 = 1 wheel.
   */
  public Quantity scrapOf(Quantity pieces) {
    BigDecimal spoilt =
        takenBy(pieces)
            .value()
            .multiply(scrapPercent.orElse(BigDecimal.ZERO))
            .divide(HUNDRED, Quantity.DECIMALS, RoundingMode.CEILING);
    return Quantity.of(spoilt);
  }

  /**
   * What is to be had ready for so many good pieces: quantity x pieces x (1 + scrap percent / 100),
   * rounded up. 10 bicycles of 2 wheels each at 5 % scrap: 20 x 1.05 = 21 wheels.
   */
  public Quantity plannedFor(Quantity pieces) {
    return takenBy(pieces).plus(scrapOf(pieces));
  }
}
