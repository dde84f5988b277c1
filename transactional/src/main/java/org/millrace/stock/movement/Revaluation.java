package org.millrace.stock.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.valuation.ItemValue;
import org.millrace.stock.valuation.Valued;

/**
 * All movements of one item valued again in the order in which they happened. A paper that arrives
 * late changes what later goods cost; what was booked stays, the differences are booked as well.
 */
final class Revaluation {
  private final Map<Movement.Key, Valued> valued = new HashMap<>();
  private final List<Movement> history;
  private final Map<Part, Money> corrected = new HashMap<>();
  private final Currency currency;
  private ItemValue end;

  /** The value of a line itself, or what it covered. */
  private record Part(Movement.Key line, boolean covering) {}

  /** History in the order of arrival, with earlier corrections; then the lines that are new. */
  Revaluation(List<Movement> history, List<Movement> added, Currency currency) {
    this.history = List.copyOf(history);
    this.currency = currency;
    this.end = ItemValue.none(currency);
    for (Movement m : history) {
      m.worth()
          .corrects()
          .map(line -> new Part(line, m.worth().covering()))
          .ifPresent(part -> corrected.merge(part, m.worth().value(), Money::plus));
    }
    Stream.concat(history.stream().filter(m -> !m.isCorrection()), added.stream())
        .sorted(Comparator.comparing(m -> m.paper().occurredAt()))
        .forEach(this::value);
  }

  private void value(Movement movement) {
    Standing before = new Standing(end, java.util.Optional.empty(), true);
    GoodsMove.Line line =
        new GoodsMove.Line(
            movement.place().item(),
            movement.place().location(),
            movement.quantity(),
            movement.givenCost());
    Valued now = Moving.value(before, movement.paper().reason(), line);
    valued.put(movement.key(), now);
    end = now.after();
  }

  Valued valued(Movement.Key key) {
    return valued.get(key);
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
        Valued now = valued.get(movement.key());
        note(found, movement, now.value().minus(booked(movement, false)), false);
        note(found, movement, now.covering().minus(booked(movement, true)), true);
      }
    }
    return found;
  }

  private static void note(List<Difference> found, Movement of, Money amount, boolean covering) {
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
