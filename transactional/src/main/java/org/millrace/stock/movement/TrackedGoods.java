package org.millrace.stock.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.item.Item.Tracking;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;

/**
 * Goods of items that are tracked: each move names its lot or serial number. Where a single lot
 * lies, that is meant; goods that came before their item was tracked go out without. There is never
 * less than nothing of a lot, nor a serial number twice.
 */
final class TrackedGoods {
  private static final Quantity ONE = Quantity.of(1);

  private final Map<ItemCode, Tracking> tracked;
  private final Map<Place, Quantity> lying;
  private final boolean mayLack;
  private final Set<Place> moved = new HashSet<>();
  private final Problems problems = new Problems();
  private final Problems conflicts = new Problems();

  /** Where goods of a lot lie, or those of none. */
  record Place(ItemCode item, LocationCode location, Optional<LotCode> lot) {}

  /**
   * What is there before.
   *
   * @param mayLack whether more may leave than is there
   */
  TrackedGoods(Map<ItemCode, Tracking> tracked, Map<Place, Quantity> lying, boolean mayLack) {
    this.tracked = Map.copyOf(tracked);
    this.lying = new HashMap<>(lying);
    this.mayLack = mayLack;
  }

  /** The same move with the lots that are meant. */
  GoodsMove named(GoodsMove move) {
    List<GoodsMove.Line> lines = new ArrayList<>();
    Map<ItemCode, Optional<LotCode>> carried = new HashMap<>();
    for (GoodsMove.Line line : move.lines()) {
      if (!tracked.containsKey(line.item())) {
        lines.add(line);
        continue;
      }
      boolean arrives = move.reason() == MoveReason.TRANSFER && line.quantity().isPositive();
      Optional<LotCode> meant =
          arrives
              ? line.lot().or(() -> carried.getOrDefault(line.item(), Optional.empty()))
              : line.lot().or(() -> onlyLot(line));
      carried.put(line.item(), meant);
      require(line, meant, arrives);
      move(new Place(line.item(), line.location(), meant), line.quantity());
      lines.add(line.of(meant));
    }
    return move.with(lines);
  }

  /** The lot of which goods leave, where no goods of another one or of none lie there. */
  private Optional<LotCode> onlyLot(GoodsMove.Line line) {
    List<Place> there =
        lying.entrySet().stream()
            .filter(each -> each.getValue().isPositive())
            .map(Map.Entry::getKey)
            .filter(p -> p.item().equals(line.item()) && p.location().equals(line.location()))
            .toList();
    return line.quantity().isNegative() && there.size() == 1
        ? there.get(0).lot()
        : Optional.empty();
  }

  private void require(GoodsMove.Line line, Optional<LotCode> meant, boolean arrives) {
    boolean isSerial = tracked.get(line.item()) == Tracking.SERIAL;
    boolean isUntold = arrives || line.quantity().isPositive() && line.backOf().isPresent();
    Quantity untracked =
        lying.getOrDefault(
            new Place(line.item(), line.location(), Optional.empty()), Quantity.ZERO);
    boolean wasThere = !untracked.plus(line.quantity()).isNegative() && untracked.isPositive();
    boolean mayBeNone = isUntold || line.quantity().isNegative() && (wasThere || mayLack);
    problems.require(
        meant.isPresent() || mayBeNone,
        "lines.lot",
        "",
        isSerial
            ? "the serial number of the goods: item %s is tracked by serial number"
                .formatted(line.item())
            : "the lot of the goods: item %s is tracked by lot".formatted(line.item()));
    boolean isOne =
        line.quantity().compareTo(ONE) == 0 || line.quantity().negated().compareTo(ONE) == 0;
    problems.require(
        !isSerial || meant.isEmpty() || isOne,
        "lines.quantity",
        line.quantity(),
        "1: each piece of item %s has a serial number of its own".formatted(line.item()));
  }

  private void move(Place place, Quantity quantity) {
    moved.add(place);
    Quantity after = lying.merge(place, quantity, Quantity::plus);
    if (place.lot().isPresent() && quantity.isNegative() && after.isNegative() && !mayLack) {
      conflicts.add(
          "lines.quantity",
          quantity.negated(),
          "at most %s of lot %s of item %s at %s: move less, or goods of another lot"
              .formatted(after.minus(quantity), place.lot().get(), place.item(), place.location()));
    }
  }

  /** Asks which of its lots is meant where goods go the way back of a document of several. */
  void ask(GoodsMove.Line line, DocumentRef document, List<LotCode> lots) {
    if (tracked.containsKey(line.item())) {
      problems.add(
          "lines.lot",
          "",
          "one of the lots %s of item %s that %s moved"
              .formatted(
                  lots.stream().map(LotCode::value).collect(Collectors.joining(", ")),
                  line.item(),
                  document.number()));
    }
  }

  /**
   * Passes once all moves are named.
   *
   * @throws Refused as invalid where lots are missing, as conflict where there is not enough of one
   *     or a serial number is there already
   */
  void refuse() {
    problems.refuse("The goods cannot be moved");
    requireOnce();
    if (!conflicts.isEmpty()) {
      throw Refused.conflict("The goods cannot be moved", conflicts.found());
    }
  }

  private void requireOnce() {
    Map<String, Place> serials = new TreeMap<>();
    moved.stream()
        .filter(place -> place.lot().isPresent())
        .filter(place -> tracked.get(place.item()) == Tracking.SERIAL)
        .forEach(place -> serials.put(place.item() + " " + place.lot().get(), place));
    for (Place serial : serials.values()) {
      Quantity there =
          lying.entrySet().stream()
              .filter(each -> each.getKey().item().equals(serial.item()))
              .filter(each -> each.getKey().lot().equals(serial.lot()))
              .map(Map.Entry::getValue)
              .reduce(Quantity.ZERO, Quantity::plus);
      if (there.compareTo(ONE) > 0) {
        conflicts.add(
            "lines.lot",
            serial.lot().orElseThrow(),
            "a serial number that is not there yet: item %s has this one in stock"
                .formatted(serial.item()));
      }
    }
  }
}
