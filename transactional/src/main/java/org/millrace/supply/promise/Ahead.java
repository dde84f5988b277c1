package org.millrace.supply.promise;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.shared.Quantity;
import org.millrace.stock.Outlook;

/**
 * What can be promised of one item at one location, day by day. Available on a day = the least that
 * is there on it or on any later day, once all that comes has come and all that is wanted has gone:
 * whoever was promised goods before keeps them. 10 there, 10 wanted, 60 expected on the 20th: 0
 * until the 19th, 60 from the 20th on.
 *
 * <p>What is wanted without a day, or was wanted before today, is wanted today. What is expected
 * without a day, or is overdue, is not counted on.
 */
final class Ahead {
  private final LocalDate today;
  private final TreeMap<LocalDate, Quantity> changes = new TreeMap<>();

  private Ahead(LocalDate today) {
    this.today = today;
    changes.put(today, Quantity.ZERO);
  }

  /** What these goods of one item at one location come to. */
  static Ahead of(Iterable<Outlook.Goods> goods, LocalDate today) {
    Ahead ahead = new Ahead(today);
    goods.forEach(ahead::add);
    return ahead;
  }

  private void add(Outlook.Goods goods) {
    boolean isThere = goods.document().isEmpty();
    boolean isWanted = goods.quantity().isNegative();
    boolean isDue = goods.day().filter(day -> !day.isBefore(today)).isPresent();
    if (isThere || isWanted || isDue) {
      LocalDate day = goods.day().filter(known -> known.isAfter(today)).orElse(today);
      changes.merge(day, goods.quantity(), Quantity::plus);
    }
  }

  /** The same after so many more are wanted from a day on. */
  void take(LocalDate day, Quantity quantity) {
    changes.merge(day.isBefore(today) ? today : day, quantity.negated(), Quantity::plus);
  }

  /** What can be promised for a day; nothing when more is wanted than comes. */
  Quantity availableOn(LocalDate day) {
    Quantity there = Quantity.ZERO;
    for (Quantity change : changes.headMap(day, true).values()) {
      there = there.plus(change);
    }
    Quantity least = there;
    for (Quantity change : changes.tailMap(day, false).values()) {
      there = there.plus(change);
      least = least.min(there);
    }
    return least.isNegative() ? Quantity.ZERO : least;
  }

  /** The first day, not before that one, for which so much can be promised. */
  Optional<LocalDate> firstDay(Quantity wanted, LocalDate from) {
    LocalDate first = from.isBefore(today) ? today : from;
    if (availableOn(first).compareTo(wanted) >= 0) {
      return Optional.of(first);
    }
    return changes.tailMap(first, false).entrySet().stream()
        .filter(change -> change.getValue().isPositive())
        .map(Map.Entry::getKey)
        .filter(day -> availableOn(day).compareTo(wanted) >= 0)
        .findFirst();
  }
}
