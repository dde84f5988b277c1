package org.millrace.stock.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.valuation.MovingAverage;
import org.millrace.stock.valuation.Valued;

/** One batch of moves while it is worked out, in memory, line by line. */
final class Moving {
  private final Company company;
  private final Map<ItemCode, Standing> standings;
  private final Map<Movement.Place, Quantity> onHand;
  private final Claims claims;
  private final Map<Movement.Key, Movement> lines = new LinkedHashMap<>();
  private final Map<Movement.Key, Movement> covering = new LinkedHashMap<>();
  private final Map<Movement.Key, After> after = new HashMap<>();
  private final Set<ItemCode> late = new TreeSet<>();
  private final Problems shortages = new Problems();

  /** What lies there and what a unit costs after a line. */
  record After(Quantity onHand, Money averageCost) {}

  Moving(
      Company company,
      Map<ItemCode, Standing> standings,
      Map<Movement.Place, Quantity> onHand,
      Claims claims) {
    this.company = company;
    this.claims = claims;
    this.standings = new HashMap<>(standings);
    this.onHand = new HashMap<>(onHand);
  }

  void add(String number, GoodsMove move) {
    Movement.Cause cause = new Movement.Cause(move.reason(), move.document(), move.occurredAt());
    for (int i = 0; i < move.lines().size(); i++) {
      GoodsMove.Line line = move.lines().get(i);
      refuseReserved(move, line);
      add(new Movement.Key(number, i + 1), cause, line);
      move.fulfils().ifPresent(planned -> claims.fulfil(planned, line.item(), line.quantity()));
    }
  }

  /** Counting finds what it finds; all else leaves what is reserved for others. */
  private void refuseReserved(GoodsMove move, GoodsMove.Line line) {
    boolean free =
        claims.isEmpty()
            || company.negativeStock()
            || !line.quantity().isNegative()
            || move.reason() == MoveReason.ADJUSTMENT
            || move.othersGoods() == GoodsMove.OthersGoods.TAKEN;
    Movement.Place place = new Movement.Place(line.item(), line.location());
    Quantity there = onHand.getOrDefault(place, Quantity.ZERO);
    if (free || there.plus(line.quantity()).isNegative()) {
      return;
    }
    Quantity reserved = claims.reservedForOthers(place.claimed(), move.fulfils(), there);
    if (there.plus(line.quantity()).compareTo(reserved) < 0) {
      shortages.add(
          "lines.quantity",
          line.quantity().negated(),
          "at most %s of item %s at %s: of the %s there %s are reserved for %s"
              .formatted(
                  there.minus(reserved),
                  line.item(),
                  line.location(),
                  there,
                  reserved,
                  claims.others(place.claimed(), move.fulfils(), there)));
    }
  }

  private void add(Movement.Key key, Movement.Cause cause, GoodsMove.Line line) {
    Movement.Place place = new Movement.Place(line.item(), line.location());
    Quantity there = onHand.merge(place, line.quantity(), Quantity::plus);
    if (line.quantity().isNegative() && there.isNegative() && !company.negativeStock()) {
      shortages.add(
          "lines.quantity",
          line.quantity().negated(),
          "at most %s of item %s at %s: receive goods or move less"
              .formatted(there.minus(line.quantity()), line.item(), line.location()));
    }
    Standing before = Objects.requireNonNull(standings.get(line.item()));
    Valued valued = value(before, cause.reason(), line);
    if (before.isLate(cause.occurredAt(), line)) {
      late.add(line.item());
    }
    standings.put(line.item(), before.moved(valued.after(), cause.occurredAt(), line.unitCost()));
    Movement movement =
        new Movement(
            key,
            cause,
            place,
            line.quantity(),
            line.unitCost(),
            Movement.Worth.of(valued.unitCost(), valued.value()));
    lines.put(key, movement);
    after.put(key, new After(there, valued.after().averageCost()));
    cover(movement, valued.covering());
  }

  private void cover(Movement movement, Money difference) {
    if (!difference.isZero()) {
      Movement.Key key = new Movement.Key(movement.key().number() + "-C", movement.key().line());
      covering.put(
          movement.key(), movement.covered(key, movement.cause().occurredAt(), difference));
    }
  }

  static Valued value(Standing before, MoveReason reason, GoodsMove.Line line) {
    return reason == MoveReason.TRANSFER
        ? MovingAverage.transfer(before.value(), line.quantity())
        : MovingAverage.move(before.value(), line.quantity(), line.unitCost());
  }

  void refuseShortages() {
    if (!shortages.isEmpty()) {
      throw Refused.conflict(
          "Company " + company.code() + " has not enough stock", shortages.found());
    }
  }

  /** Items with a movement that happened before one that was there already. */
  Set<ItemCode> late() {
    return Set.copyOf(late);
  }

  List<Movement> linesOf(ItemCode item) {
    return lines.values().stream().filter(m -> m.place().item().equals(item)).toList();
  }

  /** Takes over what the late items are worth in the order in which things happened. */
  void revalue(ItemCode item, Revaluation revaluation) {
    for (Movement line : linesOf(item)) {
      Valued valued = revaluation.valued(line.key());
      lines.put(line.key(), line.worth(valued.unitCost(), valued.value()));
      Money average = revaluation.end().averageCost();
      after.computeIfPresent(line.key(), (k, told) -> new After(told.onHand(), average));
      covering.remove(line.key());
      cover(lines.get(line.key()), valued.covering());
    }
    standings.computeIfPresent(item, (i, standing) -> standing.worth(revaluation.end()));
  }

  List<Movement> lines() {
    return List.copyOf(lines.values());
  }

  List<Movement> coverings() {
    return List.copyOf(covering.values());
  }

  Map<ItemCode, Standing> standings() {
    return Map.copyOf(standings);
  }

  /** What lies at the places this batch touched. */
  Map<Movement.Place, Quantity> onHand() {
    Map<Movement.Place, Quantity> touched = new HashMap<>();
    lines.values().forEach(m -> touched.put(m.place(), onHand.get(m.place())));
    return touched;
  }

  /** The line of the event. */
  GoodsMoved.Line told(Movement movement) {
    Money average =
        Objects.requireNonNull(standings.get(movement.place().item())).value().averageCost();
    After told =
        after.getOrDefault(
            movement.key(),
            new After(onHand.getOrDefault(movement.place(), Quantity.ZERO), average));
    return new GoodsMoved.Line(
        movement.key().line(),
        movement.place().item(),
        movement.place().location(),
        movement.quantity(),
        movement.worth().unitCost(),
        movement.worth().value(),
        told.onHand(),
        told.averageCost());
  }

  List<GoodsMoved.Line> told(List<Movement> movements) {
    List<GoodsMoved.Line> told = new ArrayList<>();
    movements.forEach(m -> told.add(told(m)));
    return told;
  }
}
