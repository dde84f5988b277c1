package org.millrace.stock.movement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.MoveReason;
import org.millrace.stock.valuation.ItemValue;
import org.millrace.stock.valuation.MovingAverage;
import org.millrace.stock.valuation.Valued;

/**
 * All movements of one item valued again in the order in which they happened. A document that
 * arrives late, or a charge on goods that came in, changes what later goods cost; what was booked
 * stays, the differences are booked as well.
 *
 * <p>At one moment goods come in at their cost first (the cheapest before the others), then they
 * change place, then they leave; so the order in which documents of one moment arrive makes no
 * difference.
 */
final class Revaluation {
  private static final Comparator<Movement> IN_ORDER =
      Comparator.comparing((Movement m) -> m.cause().occurredAt())
          .thenComparing(Revaluation::turn)
          .thenComparing(m -> m.givenCost().map(Money::amount).orElse(BigDecimal.ZERO))
          .thenComparing(m -> turn(m) == 0 ? m.quantity() : Quantity.ZERO);

  private final Map<Movement.Key, Valued> valued = new HashMap<>();
  private final List<Movement> history;
  private final Map<Part, Money> corrected = new HashMap<>();
  private final Map<Movement.Key, Money> charged = new HashMap<>();
  private final Currency currency;
  private ItemValue end;

  /** The value of a line itself, or what it covered. */
  private record Part(Movement.Key line, boolean covering) {}

  /** History in the order of arrival, with corrections and charges; then the lines that are new. */
  Revaluation(List<Movement> history, List<Movement> added, Currency currency) {
    this.history = List.copyOf(history);
    this.currency = currency;
    this.end = ItemValue.none(currency);
    history.forEach(m -> m.worth().corrects().ifPresent(line -> note(m, line)));
    Stream.concat(history.stream().filter(m -> !m.isCorrection()), added.stream())
        .sorted(IN_ORDER)
        .forEach(this::value);
  }

  private void note(Movement change, Movement.Key line) {
    Movement.Change kind = change.worth().change();
    Part part = new Part(line, kind == Movement.Change.COVERING);
    corrected.merge(part, change.worth().value(), Money::plus);
    if (kind == Movement.Change.CHARGED) {
      charged.merge(line, change.worth().value(), Money::plus);
    }
  }

  /** The turn of a movement among those of the same moment. */
  private static int turn(Movement movement) {
    if (movement.cause().reason() == MoveReason.TRANSFER) {
      return 1; // both its lines, one after the other
    }
    if (movement.quantity().isNegative()) {
      return 3;
    }
    return movement.givenCost().isPresent() ? 0 : 2;
  }

  private void value(Movement movement) {
    Valued now = valuedNext(movement);
    valued.put(movement.key(), now);
    end = now.after();
  }

  /** Goods that came in at their own cost keep it, with what was charged since. */
  private Valued valuedNext(Movement movement) {
    if (movement.cause().reason() == MoveReason.TRANSFER) {
      return MovingAverage.transfer(end, movement.quantity());
    }
    if (movement.givenCost().isPresent() && movement.quantity().isPositive()) {
      Money none = Money.zero(currency);
      Money value = movement.worth().value().plus(charged.getOrDefault(movement.key(), none));
      return MovingAverage.receive(end, movement.quantity(), value);
    }
    return MovingAverage.move(end, movement.quantity(), Optional.empty());
  }

  Valued valued(Movement.Key key) {
    return Objects.requireNonNull(valued.get(key));
  }

  ItemValue end() {
    return end;
  }

  /** A difference between what a kept line is worth and what is booked for it so far. */
  record Difference(Movement of, Money amount, boolean covering) {
    Movement as(Movement.Key key, Instant occurredAt) {
      return covering ? of.covered(key, occurredAt, amount) : of.corrected(key, occurredAt, amount);
    }
  }

  List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    for (Movement movement : history) {
      if (!movement.isCorrection()) {
        Valued now = Objects.requireNonNull(valued.get(movement.key()));
        differ(found, movement, now.value().minus(booked(movement, false)), false);
        differ(found, movement, now.covering().minus(booked(movement, true)), true);
      }
    }
    return found;
  }

  private static void differ(List<Difference> found, Movement of, Money amount, boolean covering) {
    if (!amount.isZero()) {
      found.add(new Difference(of, amount, covering));
    }
  }

  private Money booked(Movement movement, boolean covering) {
    Money corrections =
        corrected.getOrDefault(new Part(movement.key(), covering), Money.zero(currency));
    return covering ? corrections : corrections.plus(movement.worth().value());
  }
}
