package org.millrace.stock.valuation;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Goods at {@link MovingAverage}. */
final class AveragePool implements Pool {
  private final Shortage shortage = new Shortage();
  private final Currency currency;
  private ItemValue state;
  private Basis basis;
  private Instant moment = Instant.MIN;

  AveragePool(Currency currency) {
    this.currency = currency;
    state = ItemValue.none(currency);
    basis = Basis.none(currency);
  }

  @Override
  public ItemValue state() {
    return state;
  }

  @Override
  public Basis basis(Instant at) {
    return moment.equals(at) ? basis : Basis.none(currency);
  }

  @Override
  public Money known(Quantity quantity) {
    return state.onHand().isPositive()
        ? Shares.of(state.value(), quantity, state.onHand())
        : state.averageCost().times(quantity).rounded();
  }

  @Override
  public Added add(Parcel parcel) {
    Valued valued = MovingAverage.receive(state, parcel.quantity(), parcel.value());
    Money covering = valued.covering();
    List<Covered> covered = shortage.isEmpty() ? List.of() : shortage.shared(covering.negated());
    shortage.cover(parcel.quantity());
    state = valued.after();
    basis = Basis.none(currency);
    return new Added(covering, Money.zero(currency), covered);
  }

  @Override
  public Parcel take(Taken taken) {
    if (basis.isNone() || !moment.equals(taken.at())) {
      basis = Basis.of(state);
      moment = taken.at();
    }
    return out(taken, MovingAverage.out(state, basis, taken.quantity().negated()));
  }

  private Parcel out(Taken taken, Valued valued) {
    Quantity missing = valued.after().onHand().negated().min(taken.quantity());
    if (missing.isPositive()) {
      shortage.add(taken.by(), missing, Money.zero(currency));
    }
    state = valued.after();
    return Parcel.of(taken.by(), taken.quantity(), valued.value().negated());
  }

  /** At that amount where it leaves goods, and no less value than none. */
  @Override
  public Parcel takeAt(Taken taken, Money wanted, List<LineKey> receipts) {
    Quantity after = state.onHand().minus(taken.quantity());
    Money left = state.value().minus(wanted);
    if (!after.isPositive() || left.isNegative()) {
      return take(taken);
    }
    ItemValue less = new ItemValue(after, state.value(), state.averageCost());
    state = MovingAverage.worth(less, left);
    basis = Basis.none(currency);
    return Parcel.of(taken.by(), taken.quantity(), wanted);
  }

  /**
   * Amount x the least of what is there and what came / what came, all receipts together; goods are
   * not made worth less than nothing.
   */
  @Override
  public Money charge(List<Step.Part> parts, List<Step.Part> here) {
    Money none = Money.zero(currency);
    if (here.isEmpty()) {
      return none;
    }
    Money amount = here.stream().map(Step.Part::amount).reduce(none, Money::plus);
    Quantity came = here.stream().map(Step.Part::received).reduce(Quantity.ZERO, Quantity::plus);
    Quantity there = state.onHand().max(Quantity.ZERO).min(came);
    Money share = Shares.borne(state.value(), Shares.of(amount, there, came));
    state = MovingAverage.worth(state, state.value().plus(share));
    basis = Basis.none(currency);
    return share;
  }

  @Override
  public Money revalue(Money unitCost) {
    Money target =
        state.onHand().isPositive() ? unitCost.times(state.onHand()).rounded() : state.value();
    Money more = target.minus(state.value());
    state = new ItemValue(state.onHand(), target, unitCost);
    basis = Basis.none(currency);
    return more;
  }
}
