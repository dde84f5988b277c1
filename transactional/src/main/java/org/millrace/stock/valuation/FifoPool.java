package org.millrace.stock.valuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * First in, first out: goods leave from the oldest receipt that is not used up (IAS 2.27). Each
 * receipt is a layer with its exact value: of 3 that cost 100.00 the first leaves at 33.33, the
 * second at 33.34 (half of the 66.67 that are left), the last takes the rest, 33.33. Goods that
 * left before they came keep the cost of the last ones until others cover them.
 */
final class FifoPool implements Pool {
  private static final int COST_DECIMALS = 6;

  private final Deque<Layer> layers = new ArrayDeque<>();
  private final Shortage shortage = new Shortage();
  private final Money none;
  private Money lastCost;

  FifoPool(Currency currency) {
    none = Money.zero(currency);
    lastCost = none;
  }

  @Override
  public ItemValue state() {
    Quantity onHand = quantityOf(layers).minus(shortage.quantity());
    Money value = layers.stream().map(Layer::value).reduce(none, Money::plus);
    Money worth = value.minus(shortage.assumed(none));
    Money cost = onHand.isPositive() ? worth.dividedBy(onHand, COST_DECIMALS) : lastCost;
    return new ItemValue(onHand, worth, cost);
  }

  private static Quantity quantityOf(Iterable<Layer> some) {
    Quantity sum = Quantity.ZERO;
    for (Layer layer : some) {
      sum = sum.plus(layer.quantity());
    }
    return sum;
  }

  @Override
  public Money known(Quantity quantity) {
    ItemValue now = state();
    return now.onHand().isPositive()
        ? Shares.of(now.value(), quantity, now.onHand())
        : lastCost.times(quantity).rounded();
  }

  @Override
  public Added add(Parcel parcel) {
    Money covering = none;
    List<Covered> covered = new ArrayList<>();
    for (Layer come : parcel.layers()) {
      lastCost = come.value().dividedBy(come.quantity(), COST_DECIMALS);
      Layer left = come;
      for (Layer missing : shortage.cover(come.quantity())) {
        Money real =
            missing.quantity().equals(left.quantity())
                ? left.value()
                : Shares.of(left.value(), missing.quantity(), left.quantity());
        left = less(left, missing.quantity(), real);
        Money more = real.minus(missing.value());
        covering = covering.minus(more);
        covered.add(new Covered(missing.source(), more));
      }
      if (left.quantity().isPositive()) {
        layers.add(left);
      }
    }
    return new Added(covering, none, covered);
  }

  private static Layer less(Layer layer, Quantity quantity, Money value) {
    return new Layer(layer.source(), layer.quantity().minus(quantity), layer.value().minus(value));
  }

  @Override
  public Parcel take(Taken taken) {
    List<Layer> gone = new ArrayList<>();
    takeOldest(taken, taken.quantity(), gone);
    return new Parcel(gone);
  }

  private void takeOldest(Taken taken, Quantity quantity, List<Layer> gone) {
    Quantity left = quantity;
    while (left.isPositive() && !layers.isEmpty()) {
      Layer oldest = layers.remove();
      Layer part = partOf(oldest, left);
      gone.add(part);
      left = left.minus(part.quantity());
      if (part.quantity().compareTo(oldest.quantity()) < 0) {
        layers.addFirst(less(oldest, part.quantity(), part.value()));
      }
      lastCost = part.value().dividedBy(part.quantity(), COST_DECIMALS);
    }
    if (left.isPositive()) {
      Money assumed = assumed(left);
      shortage.add(taken.by(), left, assumed);
      gone.add(new Layer(taken.by(), left, assumed));
    }
  }

  /** Rounded once for all that is missing at this cost, in whatever parts it left. */
  private Money assumed(Quantity more) {
    Quantity before = shortage.quantity();
    Money all = lastCost.times(before.plus(more)).rounded();
    return all.minus(lastCost.times(before).rounded());
  }

  private static Layer partOf(Layer layer, Quantity quantity) {
    return layer.quantity().compareTo(quantity) <= 0
        ? layer
        : new Layer(layer.source(), quantity, Shares.of(layer.value(), quantity, layer.quantity()));
  }

  /** The goods of the receipts themselves as far as they are there, then the oldest. */
  @Override
  public Parcel takeAt(Taken taken, Money wanted, List<LineKey> receipts) {
    List<Layer> gone = new ArrayList<>();
    Quantity left = taken.quantity();
    List<Layer> kept = new ArrayList<>();
    for (Layer layer : layers) {
      Layer rest = layer;
      if (receipts.contains(layer.source()) && left.isPositive()) {
        Layer part = partOf(layer, left);
        gone.add(part);
        left = left.minus(part.quantity());
        rest = less(layer, part.quantity(), part.value());
      }
      if (rest.quantity().isPositive()) {
        kept.add(rest);
      }
    }
    layers.clear();
    layers.addAll(kept);
    takeOldest(taken, left, gone);
    return new Parcel(gone);
  }

  /** Of each receipt: amount x what is left of it in this pool / what came. */
  @Override
  public Money charge(List<Step.Part> parts, List<Step.Part> here) {
    return parts.stream().map(this::charge).reduce(none, Money::plus);
  }

  private Money charge(Step.Part part) {
    List<Layer> own = layers.stream().filter(l -> l.source().equals(part.receipt())).toList();
    if (own.isEmpty()) {
      return none;
    }
    Quantity there = quantityOf(own);
    Money share = Shares.of(part.amount(), there.min(part.received()), part.received());
    return replaceShared(own, there, share);
  }

  /** What the layers bear of it: they do not become worth less than nothing. */
  private Money replaceShared(List<Layer> own, Quantity there, Money share) {
    Money borne = none;
    List<Layer> now = new ArrayList<>();
    Quantity until = Quantity.ZERO;
    Money told = none;
    for (Layer layer : layers) {
      Money more = none;
      if (own.contains(layer)) {
        until = until.plus(layer.quantity());
        Money part = Shares.of(share, until, there).minus(told);
        told = told.plus(part);
        more = Shares.borne(layer.value(), part);
        borne = borne.plus(more);
      }
      now.add(new Layer(layer.source(), layer.quantity(), layer.value().plus(more)));
    }
    layers.clear();
    layers.addAll(now);
    return borne;
  }

  @Override
  public Money revalue(Money unitCost) {
    Money before = layers.stream().map(Layer::value).reduce(none, Money::plus);
    List<Layer> now = new ArrayList<>();
    Quantity until = Quantity.ZERO;
    Money told = none;
    for (Layer layer : layers) {
      until = until.plus(layer.quantity());
      Money value = unitCost.times(until).rounded().minus(told);
      told = told.plus(value);
      now.add(new Layer(layer.source(), layer.quantity(), value));
    }
    layers.clear();
    layers.addAll(now);
    lastCost = unitCost;
    return told.minus(before);
  }
}
