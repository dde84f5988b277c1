package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.millrace.tax.TaxComponent;

/**
 * Takes an amount as priced apart into the net amount and its taxes.
 *
 * <p>Every tax is a linear function of the net amount: tax = (n x net + m) / g, where g = 1 less
 * the sum of the taxes of the gross. So the net amount within a price P that includes some taxes is
 * (P x g - M) / (g + N), with N and M the sums over those. Nothing is divided before the one
 * rounding at the end. 132.00 with three taxes of 10 % within, of which the first joins the base,
 * is 100 + 10 + 11 + 11.
 */
final class TaxSplit {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<TaxComponent> components;
  private final List<BigDecimal> factors = new ArrayList<>();
  private final List<BigDecimal> constants = new ArrayList<>();
  private final BigDecimal divisor;
  private BigDecimal includedFactor = BigDecimal.ZERO;
  private BigDecimal includedConstant = BigDecimal.ZERO;

  /** Ready to split amounts of so many units. */
  TaxSplit(List<TaxComponent> components, BigDecimal quantity) {
    this.components = components;
    divisor =
        components.stream()
            .filter(c -> c.basis() == TaxComponent.Basis.OF_GROSS)
            .map(TaxSplit::fraction)
            .reduce(BigDecimal.ONE, BigDecimal::subtract);
    BigDecimal joinedFactor = BigDecimal.ZERO;
    BigDecimal joinedConstant = BigDecimal.ZERO;
    for (TaxComponent each : components) {
      BigDecimal factor =
          switch (each.basis()) {
            case PERCENT -> fraction(each).multiply(divisor.add(joinedFactor));
            case OF_GROSS -> fraction(each);
            case FIXED -> BigDecimal.ZERO;
          };
      BigDecimal constant =
          switch (each.basis()) {
            case PERCENT -> fraction(each).multiply(joinedConstant);
            case OF_GROSS -> BigDecimal.ZERO;
            case FIXED -> each.value().multiply(quantity).multiply(divisor);
          };
      factors.add(factor);
      constants.add(constant);
      if (each.joinsBase()) {
        joinedFactor = joinedFactor.add(factor);
        joinedConstant = joinedConstant.add(constant);
      }
      if (each.included()) {
        includedFactor = includedFactor.add(factor);
        includedConstant = includedConstant.add(constant);
      }
    }
  }

  private static BigDecimal fraction(TaxComponent component) {
    return component.value().divide(HUNDRED);
  }

  /** The taxes of an amount as priced, in the order of the components. */
  List<BigDecimal> taxes(BigDecimal priced, RoundingUnit unit) {
    return taxes(priced, BigDecimal.ONE, unit);
  }

  /** The taxes when only that fraction of the net amount is taxed; fixed ones stay. */
  List<BigDecimal> taxes(BigDecimal priced, BigDecimal taxedFraction, RoundingUnit unit) {
    BigDecimal within = divisor.add(includedFactor);
    BigDecimal net = priced.multiply(divisor).subtract(includedConstant);
    List<BigDecimal> taxes = new ArrayList<>(components.size());
    for (int i = 0; i < components.size(); i++) {
      BigDecimal share = factors.get(i).multiply(net).multiply(taxedFraction);
      taxes.add(unit.round(share.add(constants.get(i).multiply(within)), divisor.multiply(within)));
    }
    return taxes;
  }

  /** The net amount: what is left of the price without the rounded taxes within. */
  BigDecimal net(BigDecimal priced, RoundingUnit unit) {
    List<BigDecimal> taxes = taxes(priced, unit);
    BigDecimal net = priced;
    for (int i = 0; i < components.size(); i++) {
      net = components.get(i).included() ? net.subtract(taxes.get(i)) : net;
    }
    return net;
  }
}
