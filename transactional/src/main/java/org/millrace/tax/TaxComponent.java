package org.millrace.tax;

import java.math.BigDecimal;
import org.millrace.shared.PlainNumber;

/**
 * One tax of a line. A percentage below 0 is withheld: the customer pays it to the authority in the
 * seller's place. A component that is included is part of the price; the tax of one that joins the
 * base is taxed by those that come after it.
 */
public record TaxComponent(Basis basis, BigDecimal value, boolean included, boolean joinsBase) {
  /** What the value is a measure of. */
  public enum Basis {
    /** A percentage of the net amount and of the taxes that join it. */
    PERCENT,
    /** An amount for each unit. */
    FIXED,
    /** A percentage of the net amount and all such taxes together: 10 % of 222.22 are 22.22. */
    OF_GROSS
  }

  public TaxComponent {
    value = PlainNumber.of(value);
  }

  /** A percentage on top of the net amount. */
  public static TaxComponent percent(BigDecimal rate) {
    return new TaxComponent(Basis.PERCENT, rate, false, false);
  }

  /** An amount for each unit. */
  public static TaxComponent fixed(BigDecimal amount) {
    return new TaxComponent(Basis.FIXED, amount, false, false);
  }

  /** A percentage of the gross amount. */
  public static TaxComponent ofGross(BigDecimal rate) {
    return new TaxComponent(Basis.OF_GROSS, rate, false, false);
  }

  /** The same tax as part of the price. */
  public TaxComponent within() {
    return new TaxComponent(basis, value, true, joinsBase);
  }

  /** The same tax, taxed by those after it. */
  public TaxComponent joining() {
    return new TaxComponent(basis, value, included, true);
  }

  /** Whether it falls with the price, as a fixed amount for each unit does not. */
  public boolean followsPrice() {
    return basis != Basis.FIXED;
  }
}
