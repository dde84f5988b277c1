package org.millrace.asset.depreciation;

import org.millrace.shared.Money;

/**
 * What revaluations of an asset left behind (IAS 16.39-40): a rise goes to the surplus in equity,
 * as far as it does not take back an earlier loss; a fall uses up the surplus first, the rest is a
 * loss. From 180,000 up to 234,000 the surplus is 54,000; down from 221,000 to 150,000 it is gone
 * and 17,000 are a loss.
 *
 * @param surplus what stands in equity
 * @param loss what went to profit or loss and was not taken back
 */
public record Revaluation(Money surplus, Money loss) {
  /** What an asset has that was never revalued. */
  public static Revaluation none(Money like) {
    Money zero = Money.zero(like.currency());
    return new Revaluation(zero, zero);
  }

  /** What is left behind after the value rose, or fell by an amount below 0. */
  public Revaluation after(Money rise) {
    if (rise.isNegative()) {
      Money used = least(rise.negated(), surplus);
      return new Revaluation(surplus.minus(used), loss.minus(rise.plus(used)));
    }
    Money back = least(rise, loss);
    return new Revaluation(surplus.plus(rise.minus(back)), loss.minus(back));
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
