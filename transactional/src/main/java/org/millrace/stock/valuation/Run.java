package org.millrace.stock.valuation;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.valuation.Pool.Parcel;
import org.millrace.stock.valuation.Step.How;

/** The pools of an item while its steps are valued. */
final class Run {
  private static final int COST_DECIMALS = 6;

  private final Money none;
  private final Supplier<Pool> empty;
  private final Map<String, Pool> pools = new TreeMap<>();
  private final Map<LineKey, Valued> valued = new HashMap<>();
  private final Originals brought = new Originals();
  private final Originals issued = new Originals();
  private final Originals arrived = new Originals();
  private final Map<LineKey, List<LineKey>> origins = new HashMap<>();
  private final Map<LineKey, Way> underWay = new HashMap<>();

  private Instant last = Instant.MIN;

  /** Goods that departed, at what one of them cost. */
  private record Way(String from, Money unitCost, Parcel goods) {}

  Run(Currency currency, Supplier<Pool> empty) {
    none = Money.zero(currency);
    this.empty = empty;
  }

  void add(Step step) {
    last = step.when().at();
    valued.put(step.line(), step.quantity().isZero() ? changed(step) : moved(step));
  }

  Valuation valuation() {
    Map<String, ItemValue> ends = new TreeMap<>();
    pools.forEach((name, pool) -> ends.put(name, pool.state()));
    Basis basis =
        pools.size() == 1
            ? pools.values().iterator().next().basis(last)
            : Basis.none(none.currency());
    return new Valuation(valued, ends, item(), basis);
  }

  private Pool pool(String name) {
    return pools.computeIfAbsent(name, n -> empty.get());
  }

  /** All pools together. */
  private ItemValue item() {
    if (pools.size() == 1) {
      return pools.values().iterator().next().state();
    }
    Quantity onHand = Quantity.ZERO;
    Money value = none;
    Money cost = none;
    for (Pool pool : pools.values()) {
      ItemValue state = pool.state();
      onHand = onHand.plus(state.onHand());
      value = value.plus(state.value());
      cost = state.averageCost().isZero() ? cost : state.averageCost();
    }
    return new ItemValue(
        onHand, value, onHand.isPositive() ? value.dividedBy(onHand, COST_DECIMALS) : cost);
  }

  /** Only the value changes. */
  private Valued changed(Step step) {
    if (step.how() instanceof How.Charge charge) {
      return charge(step, charge);
    }
    if (step.how() instanceof How.Revalue revalue) {
      return revalue(step, revalue.unitCost());
    }
    throw new IllegalStateException(step.line() + " moves no goods");
  }

  private Valued moved(Step step) {
    How how = step.how();
    if (how instanceof How.OwnCost own) {
      return bring(step, own.value());
    }
    if (how instanceof How.KnownCost) {
      return bring(step, pool(step.pool()).known(step.quantity()));
    }
    if (how instanceof How.BackFrom back) {
      return bring(step, takeOff(issued, back.issues(), step));
    }
    if (how instanceof How.Arrival arrival) {
      return arrive(step, arrival.departure());
    }
    return left(step, how);
  }

  private Valued left(Step step, How how) {
    if (how instanceof How.Issue) {
      return issue(step);
    }
    if (how instanceof How.Departure departure) {
      return depart(step, departure);
    }
    Pool pool = pool(step.pool());
    if (how instanceof How.Named named) {
      return goneAt(step, named.value(), pool.takeAt(taken(step), named.value(), List.of()));
    }
    if (how instanceof How.BackTo back) {
      Money paid = takeOff(brought, back.receipts(), step);
      return goneAt(
          step,
          paid,
          back.leavesAt() == Step.LeavesAt.METHOD
              ? pool.take(taken(step))
              : pool.takeAt(taken(step), paid, back.receipts()));
    }
    throw new IllegalStateException(step.line() + " moves goods");
  }

  private static Pool.Taken taken(Step step) {
    return new Pool.Taken(step.line(), step.when().at(), step.quantity());
  }

  private Valued bring(Step step, Money value) {
    brought.put(step.line(), new Originals.Original(step.pool(), step.quantity(), value));
    return added(step, Parcel.of(step.line(), step.quantity(), value));
  }

  private Valued added(Step step, Parcel goods) {
    Pool.Added added = pool(step.pool()).add(goods);
    added.covered().forEach(c -> issued.dearer(c.issue(), c.more()));
    Money value = goods.value();
    return new Valued(unit(step, value), value, added.covering(), added.difference(), item());
  }

  private static Money unit(Step step, Money value) {
    return value.dividedBy(step.quantity(), COST_DECIMALS);
  }

  /** What goods cost that go the way back; what nobody knows of, at the cost that is known. */
  private Money takeOff(Originals originals, List<LineKey> lines, Step step) {
    return originals.takeOff(
        lines, step.quantity(), q -> q.isZero() ? none : pool(step.pool()).known(q));
  }

  private Valued issue(Step step) {
    Pool pool = pool(step.pool());
    Money cost = pool.state().averageCost();
    Money value = pool.take(taken(step)).value();
    issued.put(step.line(), new Originals.Original(step.pool(), step.quantity(), value));
    return Valued.of(cost, value.negated(), item());
  }

  /** What is asked for goods that left; what they took out of the stock besides is a difference. */
  private Valued goneAt(Step step, Money asked, Parcel gone) {
    issued.put(step.line(), new Originals.Original(step.pool(), step.quantity(), asked));
    Money difference = asked.minus(gone.value());
    return new Valued(unit(step, asked), asked.negated(), none, difference, item());
  }

  private Valued depart(Step step, How.Departure departure) {
    Pool pool = pool(step.pool());
    Money cost = pool.state().averageCost();
    Parcel goods =
        departure.to().equals(step.pool())
            ? Parcel.of(step.line(), step.quantity(), cost.times(step.quantity()).rounded())
            : gone(step, departure.arrivals());
    underWay.put(step.line(), new Way(step.pool(), cost, goods));
    return Valued.of(cost, goods.value().negated(), item());
  }

  /** Goods that go back where they came from leave at what they arrived with, as far as it goes. */
  private Parcel gone(Step step, List<LineKey> arrivals) {
    Pool pool = pool(step.pool());
    if (!arrived.knowsAny(arrivals)) {
      return pool.take(taken(step));
    }
    List<LineKey> sources =
        arrivals.stream().flatMap(line -> origins.getOrDefault(line, List.of()).stream()).toList();
    return pool.takeAt(taken(step), takeOff(arrived, arrivals, step), sources);
  }

  /** Goods that stay in their pool change nothing. */
  private Valued arrive(Step step, LineKey departure) {
    Way way = Objects.requireNonNull(underWay.remove(departure), () -> "no goods " + departure);
    Money value = way.goods().value();
    if (way.from().equals(step.pool())) {
      return Valued.of(way.unitCost(), value, item());
    }
    arrived.put(step.line(), new Originals.Original(step.pool(), step.quantity(), value));
    origins.put(step.line(), way.goods().layers().stream().map(Pool.Layer::source).toList());
    return added(step, way.goods());
  }

  private Valued charge(Step step, How.Charge charge) {
    Map<String, List<Step.Part>> here = new TreeMap<>();
    for (Step.Part part : charge.parts()) {
      String pool = brought.of(part.receipt()).map(Originals.Original::of).orElseGet(step::pool);
      here.computeIfAbsent(pool, p -> new java.util.ArrayList<>()).add(part);
    }
    Money amount = charge.amount(none);
    Money there = none;
    for (Map.Entry<String, Pool> pool : pools.entrySet()) {
      List<Step.Part> own = here.getOrDefault(pool.getKey(), List.of());
      there = there.plus(pool.getValue().charge(charge.parts(), own));
    }
    return new Valued(none, amount, none, there.minus(amount), item());
  }

  private Valued revalue(Step step, Money unitCost) {
    pool(step.pool());
    Money more = none;
    for (Pool pool : pools.values()) {
      more = more.plus(pool.revalue(unitCost));
    }
    return Valued.of(unitCost, more, item());
  }
}
