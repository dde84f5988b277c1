package org.millrace.stock.valuation;

import java.util.Currency;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * Standard cost: what is there is worth quantity x standard, rounded once; what goods cost more or
 * less is the price variance. 4 at a price of 4.00 and a standard of 5.00 add 20.00 to the stock,
 * 16.00 paid and 4.00 of variance. The first goods that come set the standard where nobody did.
 */
final class StandardPool implements Pool {
  private static final int COST_DECIMALS = 6;

  private final Money none;
  private Quantity onHand = Quantity.ZERO;
  private Money value;
  private Money standard;
  private boolean set;

  StandardPool(Currency currency) {
    none = Money.zero(currency);
    value = none;
    standard = none;
  }

  @Override
  public ItemValue state() {
    return new ItemValue(onHand, value, standard);
  }

  @Override
  public Money known(Quantity quantity) {
    return worth(onHand.plus(quantity)).minus(value);
  }

  private Money worth(Quantity quantity) {
    return standard.times(quantity).rounded();
  }

  @Override
  public Added add(Parcel parcel) {
    if (!set) {
      set(parcel.value().dividedBy(parcel.quantity(), COST_DECIMALS));
    }
    Money variance = move(parcel.quantity()).minus(parcel.value());
    return new Added(none, variance, List.of());
  }

  /** The value that so many add to what is there. */
  private Money move(Quantity quantity) {
    onHand = onHand.plus(quantity);
    Money before = value;
    value = worth(onHand);
    return value.minus(before);
  }

  private void set(Money unitCost) {
    standard = unitCost;
    set = true;
  }

  @Override
  public Parcel take(Taken taken) {
    Money gone = move(taken.quantity().negated()).negated();
    return Parcel.of(taken.by(), taken.quantity(), gone);
  }

  @Override
  public Parcel takeAt(Taken taken, Money wanted, List<LineKey> receipts) {
    return take(taken);
  }

  @Override
  public Money charge(List<Step.Part> parts, List<Step.Part> here) {
    return none;
  }

  @Override
  public Money revalue(Money unitCost) {
    set(unitCost);
    return move(Quantity.ZERO);
  }
}
