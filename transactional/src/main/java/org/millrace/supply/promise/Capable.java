package org.millrace.supply.promise;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Material;
import org.millrace.shared.Quantity;

/**
 * By when items can be made or bought. A bought one is there when its lead time from today is over;
 * a made one when its own lead time is over, counted from the day on which the last of its
 * materials can be had. 10 bicycles, wheels there in 5 days, making takes 3: 8 days, counted in
 * working days.
 */
final class Capable {
  private final Map<ItemCode, Item> items;
  private final Function<ItemCode, Ahead> ahead;
  private final LeadTime leadTime;
  private final LocalDate today;

  /** When what is begun on a day is ready, where that is known. */
  interface LeadTime {
    Optional<LocalDate> readyOn(ItemCode item, LocalDate start);
  }

  Capable(
      Map<ItemCode, Item> items,
      Function<ItemCode, Ahead> ahead,
      LeadTime leadTime,
      LocalDate today) {
    this.items = Map.copyOf(items);
    this.ahead = ahead;
    this.leadTime = leadTime;
    this.today = today;
  }

  /** The day by which so many are ready, made or bought on top of what is there and under way. */
  Optional<LocalDate> readyOn(ItemCode item, Quantity missing) {
    return readyOn(item, missing, new HashSet<>());
  }

  private Optional<LocalDate> readyOn(ItemCode code, Quantity missing, Set<ItemCode> above) {
    @Nullable Item item = items.get(code);
    if (item == null || !above.add(code)) {
      return Optional.empty();
    }
    LocalDate start = today;
    for (Material material : item.materials()) {
      Optional<LocalDate> day =
          materialOn(material.item(), material.plannedFor(missing), new HashSet<>(above));
      if (day.isEmpty()) {
        return Optional.empty();
      }
      start = day.get().isAfter(start) ? day.get() : start;
    }
    return leadTime.readyOn(code, start);
  }

  private Optional<LocalDate> materialOn(ItemCode code, Quantity needed, Set<ItemCode> above) {
    Item item = items.get(code);
    if (item != null && !item.isStocked()) {
      return Optional.of(today);
    }
    Ahead there = ahead.apply(code);
    Optional<LocalDate> underWay = there.firstDay(needed, today);
    if (underWay.equals(Optional.of(today))) {
      return underWay;
    }
    Optional<LocalDate> supplied = readyOn(code, needed.minus(there.availableOn(today)), above);
    return earlier(underWay, supplied);
  }

  /** The earlier of two days, of which either may be unknown. */
  static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
        : one.or(() -> other);
  }
}
