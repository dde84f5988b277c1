package org.millrace.stock.movement;

import java.time.LocalDate;
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
  private final ExpiringGoods expiring;
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
  TrackedGoods(
      Map<ItemCode, Tracking> tracked,
      Map<Place, Quantity> lying,
      boolean mayLack,
      ExpiringGoods expiring) {
    this.expiring = expiring;
    this.tracked = Map.copyOf(tracked);
    this.lying = new HashMap<>(lying);
    this.mayLack = mayLack;
  }

  /** The same move with the lots that are meant, on the day on which it happens. */
  GoodsMove named(GoodsMove move, LocalDate on) {
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
              : line.lot().or(() -> onlyLot(move.reason(), line, on));
      carried.put(line.item(), meant);
      require(move.reason(), line, meant, on);
      move(new Place(line.item(), line.location(), meant), line.quantity());
      lines.add(line.of(meant));
    }
    return move.with(lines);
  }

  /** The lot of which goods leave, where no others that may go lie there. */
  private Optional<LotCode> onlyLot(MoveReason reason, GoodsMove.Line line, LocalDate on) {
    List<Optional<LotCode>> there = mayLeave(reason, line, on);
    return line.quantity().isNegative() && there.size() == 1 ? there.get(0) : Optional.empty();
  }

  /** The lots of which something lies there that may go, those that expire first before others. */
  private List<Optional<LotCode>> mayLeave(MoveReason reason, GoodsMove.Line line, LocalDate on) {
    return lying.entrySet().stream()
        .filter(each -> each.getValue().isPositive())
        .map(Map.Entry::getKey)
        .filter(p -> p.item().equals(line.item()) && p.location().equals(line.location()))
        .map(Place::lot)
        .filter(lot -> !ExpiringGoods.uses(reason) || expiring.isGood(line.item(), lot, on))
        .sorted(expiring.firstExpired(line.item()))
        .toList();
  }

  private void require(
      MoveReason reason, GoodsMove.Line line, Optional<LotCode> meant, LocalDate on) {
    boolean arrives = reason == MoveReason.TRANSFER && line.quantity().isPositive();
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
        expected(line, isSerial, mayLeave(reason, line, on)));
    boolean isOne =
        line.quantity().compareTo(ONE) == 0 || line.quantity().negated().compareTo(ONE) == 0;
    problems.require(
        !isSerial || meant.isEmpty() || isOne,
        "lines.quantity",
        line.quantity(),
        "1: each piece of item %s has a serial number of its own".formatted(line.item()));
  }

  private String expected(GoodsMove.Line line, boolean isSerial, List<Optional<LotCode>> mayLeave) {
    Optional<LotCode> first =
        mayLeave.stream()
            .flatMap(Optional::stream)
            .findFirst()
            .filter(lot -> line.quantity().isNegative())
            .filter(lot -> expiring.day(line.item(), Optional.of(lot)).isPresent());
    String ofLot =
        first
            .map(
                lot ->
                    "the lot of the goods, as %s that expires first: item %s is tracked by lot"
                        .formatted(lot, line.item()))
            .orElseGet(
                () -> "the lot of the goods: item %s is tracked by lot".formatted(line.item()));
    return isSerial
        ? "the serial number of the goods: item %s is tracked by serial number"
            .formatted(line.item())
        : ofLot;
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
