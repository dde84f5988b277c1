package org.millrace.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.millrace.document.mapping.Stored;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * How much of an item one good piece of another takes: a line of the bill of material. Scrap
 * percent is what is expected to be spoilt on the way, in percent of what the good pieces take (the
 * scrap factor of material planning); it is absent where nothing is.
 */
public record Material(
    @Stored("material") ItemCode item, Quantity quantity, Optional<BigDecimal> scrapPercent) {
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

  /**
   * What so many good pieces take, rounded up to the 4 decimals of a quantity: 10 bicycles of 2
   * wheels each take 20; 2.5 cans of 0.0125 ink each take 0.03125, so 0.0313.
   */
  public Quantity takenBy(Quantity pieces) {
    return roundedUp(exactlyTakenBy(pieces));
  }

  /**
   * What is expected to be spoilt on the way to so many good pieces: what is planned less what they
   * take. 10 bicycles of 2 wheels each at 5 % scrap: 21 - 20 = 1 wheel.
   */
  public Quantity scrapOf(Quantity pieces) {
    return plannedFor(pieces).minus(takenBy(pieces));
  }

  /**
   * What is to be had ready for so many good pieces: quantity x pieces x (1 + scrap percent / 100),
   * rounded up. 10 bicycles of 2 wheels each at 5 % scrap: 20 x 1.05 = 21 wheels.
   */
  public Quantity plannedFor(Quantity pieces) {
    BigDecimal percent = HUNDRED.add(scrapPercent.orElse(BigDecimal.ZERO));
    return roundedUp(exactlyTakenBy(pieces).multiply(percent).movePointLeft(2));
  }

  private BigDecimal exactlyTakenBy(Quantity pieces) {
    return quantity.value().multiply(pieces.value());
  }

  private static Quantity roundedUp(BigDecimal exact) {
    return Quantity.of(exact.setScale(Quantity.DECIMALS, RoundingMode.CEILING));
  }
}
