package org.millrace.exchange.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.shared.UnitPrice;

/** Prices of one unit that come to what a line comes to. */
final class LineNumbers {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final int decimals;

  LineNumbers(int decimals) {
    this.decimals = decimals;
  }

  /**
   * A price, and what is left for one last unit.
   *
   * @param rest the price of the last unit, which makes up for what the others lack; empty where
   *     the price alone comes to the amount
   */
  record Split(
      BigDecimal price, BigDecimal quantity, Optional<BigDecimal> rest, List<String> columns) {
    Split {
      columns = List.copyOf(columns);
    }

    Split of(String priceColumn, Optional<String> quantityColumn) {
      return new Split(price, quantity, rest, List.of(priceColumn, quantityColumn.orElseThrow()));
    }

    /** The cells of all units but the last, and those of the last. */
    List<Map<String, String>> rows(Map<String, String> cells) {
      Map<String, String> most = new LinkedHashMap<>(cells);
      Map<String, String> last = new LinkedHashMap<>(cells);
      most.put(columns.get(1), quantity.subtract(BigDecimal.ONE).toPlainString());
      last.put(columns.get(1), "1");
      last.put(columns.get(0), rest.orElseThrow().toPlainString());
      return List.of(most, last);
    }
  }

  /**
   * The price that so many units have, amount / quantity at 6 decimals: 10.00 for 3 are 3.333333
   * each. Where no such price comes to the amount to the cent, all units but one have the price
   * below and the last one the rest: 1,000.00 for 30,000 are 29,999 at 0.033333 and one at 0.04.
   * Empty where that cannot be, as half a unit has no last one, and where nothing says the
   * quantity.
   */
  Optional<Split> priced(BigDecimal amount, BigDecimal quantity, Optional<String> quantityColumn) {
    BigDecimal each = strict(amount.divide(quantity, UnitPrice.DECIMALS, RoundingMode.HALF_UP));
    BigDecimal wanted = rounded(amount);
    if (rounded(each.multiply(quantity)).compareTo(wanted) == 0) {
      return Optional.of(new Split(each, quantity, Optional.empty(), List.of()));
    }
    boolean hasLast =
        quantity.stripTrailingZeros().scale() <= 0 && quantity.compareTo(BigDecimal.ONE) > 0;
    if (quantityColumn.isEmpty() || !hasLast || amount.signum() < 0) {
      return Optional.empty();
    }
    BigDecimal below = strict(amount.divide(quantity, UnitPrice.DECIMALS, RoundingMode.DOWN));
    BigDecimal rest = wanted.subtract(rounded(below.multiply(quantity.subtract(BigDecimal.ONE))));
    return Optional.of(new Split(below, quantity, Optional.of(rest), List.of()));
  }

  private BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static BigDecimal strict(BigDecimal price) {
    return price.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(price.stripTrailingZeros().toPlainString());
  }

  /** What is left of a price or an amount; empty where the discount is none. */
  static Optional<BigDecimal> discounted(
      BigDecimal gross, BigDecimal discount, CellRule.DiscountIs is) {
    BigDecimal most =
        switch (is) {
          case FRACTION -> BigDecimal.ONE;
          case PERCENT -> HUNDRED;
          case AMOUNT -> gross.abs();
        };
    if (discount.signum() < 0 || discount.compareTo(most) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (is) {
          case FRACTION -> gross.multiply(BigDecimal.ONE.subtract(discount));
          case PERCENT -> gross.multiply(HUNDRED.subtract(discount)).movePointLeft(2);
          case AMOUNT -> gross.subtract(discount.multiply(BigDecimal.valueOf(gross.signum())));
        });
  }
}
