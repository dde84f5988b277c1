package org.millrace.stock.movement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.item.ItemCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;

/**
 * Goods of items that expire: whoever brings in a lot names the last day on which it is good, once
 * and for all. After that day its goods are written off, carried or sent back, not sold or used up.
 */
final class ExpiringGoods {
  private final Set<ItemCode> expiring;
  private final Map<Lot, LocalDate> days;
  private final Map<Lot, LocalDate> learned = new HashMap<>();
  private final Problems problems = new Problems();
  private final Problems conflicts = new Problems();

  /** A lot of an item. */
  record Lot(ItemCode item, LotCode lot) {}

  /** The items that expire, and the days that are known of their lots. */
  ExpiringGoods(Set<ItemCode> expiring, Map<Lot, LocalDate> known) {
    this.expiring = Set.copyOf(expiring);
    days = new HashMap<>(known);
  }

  /** The last day on which a lot is good, where that is known. */
  Optional<LocalDate> day(ItemCode item, Optional<LotCode> lot) {
    return lot.map(named -> days.get(new Lot(item, named)));
  }

  /** Whether goods of the lot can be sold and used up on a day. */
  boolean isGood(ItemCode item, Optional<LotCode> lot, LocalDate on) {
    return day(item, lot).map(last -> !last.isBefore(on)).orElse(true);
  }

  /** Of the lots of an item the first before those that are good for longer. */
  Comparator<Optional<LotCode>> firstExpired(ItemCode item) {
    return Comparator.comparing(lot -> day(item, lot).orElse(LocalDate.MAX));
  }

  /** Whether a move takes goods to where only good ones may go. */
  static boolean uses(MoveReason reason) {
    return reason == MoveReason.ISSUE || reason == MoveReason.CONSUMPTION;
  }

  /** Checks a move whose lots are named, on the day of the company on which it happens. */
  void check(GoodsMove move, LocalDate on) {
    for (GoodsMove.Line line : move.lines()) {
      if (!expiring.contains(line.item())) {
        problems.require(
            line.expiresOn().isEmpty(),
            "lines.expiresOn",
            line.expiresOn().map(Object::toString).orElse(""),
            "none: item %s does not expire, change the item first".formatted(line.item()));
      } else if (line.lot().isPresent()) {
        check(move.reason(), line, new Lot(line.item(), line.lot().get()), on);
      }
    }
  }

  private void check(MoveReason reason, GoodsMove.Line line, Lot lot, LocalDate on) {
    Optional<LocalDate> known = Optional.ofNullable(days.get(lot));
    boolean brings =
        line.quantity().isPositive() && line.backOf().isEmpty() && reason != MoveReason.TRANSFER;
    problems.require(
        !brings || line.expiresOn().or(() -> known).isPresent(),
        "lines.expiresOn",
        "",
        "the last day on which lot %s of item %s is good; a stock movement can name it"
            .formatted(lot.lot(), lot.item()));
    line.expiresOn().ifPresent(day -> learn(lot, known, day));
    if (uses(reason) && line.quantity().isNegative() && !isGood(lot.item(), line.lot(), on)) {
      conflicts.add(
          "lines.lot",
          lot.lot(),
          ("a lot that is still good on %s: that one of item %s was until %s, write it off or send"
                  + " it back")
              .formatted(on, lot.item(), known.orElseThrow()));
    }
  }

  private void learn(Lot lot, Optional<LocalDate> known, LocalDate day) {
    if (known.filter(other -> !other.equals(day)).isPresent()) {
      conflicts.add(
          "lines.expiresOn",
          day,
          "%s, as is known of lot %s of item %s".formatted(known.get(), lot.lot(), lot.item()));
    } else if (known.isEmpty()) {
      days.put(lot, day);
      learned.put(lot, day);
    }
  }

  /** The days that nobody knew before. */
  Map<Lot, LocalDate> learned() {
    return Map.copyOf(learned);
  }

  /**
   * Passes once all moves are checked.
   *
   * @throws Refused as invalid where a day is missing, as conflict where it is another one than was
   *     said before or goods are not good any more
   */
  void refuse() {
    problems.refuse("The goods cannot be moved");
    if (!conflicts.isEmpty()) {
      throw Refused.conflict("The goods cannot be moved", conflicts.found());
    }
  }
}
