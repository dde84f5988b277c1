package org.millrace.stock.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingRule;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.NewCost;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.valuation.Basis;
import org.millrace.stock.valuation.ItemValue;
import org.millrace.stock.valuation.LineKey;
import org.millrace.stock.valuation.MovingAverage;
import org.millrace.stock.valuation.Valuation;
import org.millrace.stock.valuation.Valued;

/** One batch of moves while it is worked out, in memory, line by line. */
final class Moving {
  private final Company company;
  private final Map<ItemCode, Standing> standings;
  private final Map<Movement.Place, Quantity> onHand;
  private final Claims claims;
  private final Map<ItemCode, CostingRule> rules;
  private final Map<Movement.Place, Money> values = new HashMap<>();
  private final Map<ItemCode, Map<String, ItemValue>> lots = new HashMap<>();
  private final Map<LineKey, Movement> lines = new LinkedHashMap<>();
  private final Map<LineKey, List<Movement>> besides = new LinkedHashMap<>();
  private final Map<LineKey, After> after = new HashMap<>();
  private final Set<ItemCode> late = new TreeSet<>();
  private final Map<ItemCode, Posting> postings = new HashMap<>();
  private final Map<String, String> together = new HashMap<>();
  private final Problems shortages = new Problems();
  private final Problems problems = new Problems();

  /** What lies there and what a unit costs after a line. */
  record After(Quantity onHand, Money averageCost) {}

  /** The movement of what came late for a month that is closed, and when it is booked. */
  record Posting(String number, Instant bookedAt) {}

  /** What was there before: how items stand and are valued, and what lies where. */
  record Before(
      Map<ItemCode, Standing> standings,
      Map<ItemCode, CostingRule> rules,
      Map<Movement.Place, Quantity> onHand) {}

  Moving(Company company, Before before, Claims claims) {
    this.company = company;
    this.claims = claims;
    standings = new HashMap<>(before.standings());
    rules = Map.copyOf(before.rules());
    onHand = new HashMap<>(before.onHand());
  }

  CostingRule rule(ItemCode item) {
    return rules.getOrDefault(item, CostingRule.USUAL);
  }

  void add(String number, GoodsMove move) {
    add(number, move, move.occurredAt());
  }

  /** Goods that came in a month that is closed are booked later than they count. */
  void add(String number, GoodsMove move, Instant bookedAt) {
    Movement.Cause cause = new Movement.Cause(move.reason(), move.document(), bookedAt);
    Optional<Instant> effective =
        Optional.of(move.occurredAt()).filter(moment -> !moment.equals(bookedAt));
    for (int i = 0; i < move.lines().size(); i++) {
      GoodsMove.Line line = move.lines().get(i);
      refuseReserved(move, line);
      effective.ifPresent(moment -> post(line.item(), new Posting(number, bookedAt)));
      Movement.Trace trace = new Movement.Trace(line.lot(), line.backOf(), effective);
      add(new LineKey(number, i + 1), cause, line, trace);
      move.fulfils().ifPresent(planned -> claims.fulfil(planned, line.item(), line.quantity()));
    }
  }

  /** All that a late document changes of an item is booked with that document. */
  void post(ItemCode item, Posting posting) {
    postings.merge(item, posting, (a, b) -> b.bookedAt().isAfter(a.bookedAt()) ? b : a);
    together.put(posting.number(), posting.number());
  }

  /** How what changes of an item is booked, where it came late for a closed month. */
  Optional<Posting> posting(ItemCode item) {
    return Optional.ofNullable(postings.get(item));
  }

  /** Has a movement make one journal entry with another one. */
  void together(String number, Posting posting) {
    together.put(number, posting.number());
  }

  /** The movement with which that one makes one journal entry. */
  Optional<String> bookedWith(String number) {
    return Optional.ofNullable(together.get(number));
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

  private void add(LineKey key, Movement.Cause cause, GoodsMove.Line line, Movement.Trace trace) {
    Movement.Place place = new Movement.Place(line.item(), line.location());
    Quantity there = onHand.merge(place, line.quantity(), Quantity::plus);
    if (line.quantity().isNegative() && there.isNegative() && !company.negativeStock()) {
      shortages.add(
          "lines.quantity",
          line.quantity().negated(),
          "at most %s of item %s at %s: receive goods or move less"
              .formatted(there.minus(line.quantity()), line.item(), line.location()));
    }
    after.put(key, new After(there, keep(key, cause, line, trace)));
  }

  /** Values a line, and returns what one of the item costs after it. */
  private Money keep(LineKey key, Movement.Cause cause, GoodsMove.Line line, Movement.Trace trace) {
    boolean lots =
        rule(line.item()).level() == CostingLevel.LOT && cause.reason() != MoveReason.TRANSFER;
    problems.require(
        !lots || line.lot().isPresent(),
        "lines.lot",
        "",
        "the lot of the goods: item %s is valued by lot".formatted(line.item()));
    Standing before = Objects.requireNonNull(standings.get(line.item()));
    Instant moment = trace.effectiveAt().orElse(cause.occurredAt());
    Basis basis = sharedBy(before, cause.reason(), line, moment);
    Valued valued = value(before.value(), basis, cause.reason(), line);
    boolean replayed =
        !rule(line.item()).isUsual()
            || line.backOf().isPresent()
            || line.namesCostOut(cause.reason());
    if (replayed || before.isLate(moment, cause.reason(), line)) {
      late.add(line.item());
    }
    standings.put(line.item(), before.moved(valued.after(), basis, line, moment));
    Movement movement =
        new Movement(
            key,
            cause,
            new Movement.Place(line.item(), line.location()),
            line.quantity(),
            line.unitCost(),
            Movement.Worth.of(valued.unitCost(), valued.value()),
            trace);
    lines.put(key, movement);
    tellBesides(movement, valued);
    return valued.after().averageCost();
  }

  /** Goods that leave share the value with others of the moment, those that come end that. */
  private static Basis sharedBy(
      Standing before, MoveReason reason, GoodsMove.Line line, Instant moment) {
    boolean ends = line.quantity().isPositive() && reason != MoveReason.TRANSFER;
    return ends ? Basis.none(before.value().value().currency()) : before.basisAt(moment);
  }

  /** What goods told that is not their own value: what they covered, what of it is not there. */
  private void tellBesides(Movement movement, Valued valued) {
    Instant at = movement.cause().occurredAt();
    String number = movement.key().number();
    List<Movement> told = new ArrayList<>();
    if (!valued.covering().isZero()) {
      LineKey key = new LineKey(number + "-C", movement.key().line());
      told.add(movement.covered(key, at, valued.covering()));
    }
    if (!valued.difference().isZero()) {
      LineKey key = new LineKey(number + "-D", movement.key().line());
      MoveReason apart = Revaluation.differenceOf(rule(movement.place().item()));
      told.add(movement.differing(key, at, valued.difference(), apart));
    }
    besides.put(movement.key(), told);
    if (movement.trace().effectiveAt().isPresent()) {
      told.forEach(one -> together(one.key().number(), new Posting(number, at)));
    }
  }

  /** Sets the cost of an item; what that changes is found when its movements are replayed. */
  void revalue(LineKey key, NewCost cost) {
    Instant moment = cost.occurredAt();
    Standing before = Objects.requireNonNull(standings.get(cost.item()));
    Money none = Money.zero(company.currency());
    Movement movement =
        new Movement(
            key,
            new Movement.Cause(MoveReason.REVALUATION, cost.document(), moment),
            new Movement.Place(cost.item(), LocationCode.MAIN),
            Quantity.ZERO,
            Optional.of(cost.unitCost()),
            Movement.Worth.of(cost.unitCost(), none),
            Movement.Trace.NONE);
    lines.put(key, movement);
    after.put(key, new After(before.value().onHand(), cost.unitCost()));
    late.add(cost.item());
    standings.put(cost.item(), before.reaching(moment, cost.unitCost()));
  }

  /** What moves before that moment and is told later is late. */
  void reach(ItemCode item, Instant moment) {
    standings.computeIfPresent(
        item, (i, standing) -> standing.reaching(moment, Money.zero(company.currency())));
  }

  private static Valued value(
      ItemValue before, Basis basis, MoveReason reason, GoodsMove.Line line) {
    if (reason == MoveReason.TRANSFER) {
      return MovingAverage.transfer(before, line.quantity());
    }
    return line.quantity().isNegative()
        ? MovingAverage.out(before, basis, line.quantity())
        : MovingAverage.move(before, line.quantity(), line.unitCost());
  }

  void refuseShortages() {
    problems.refuse("The goods cannot be moved");
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
    Valuation valuation = revaluation.valuation();
    Money average = valuation.end().averageCost();
    for (Movement line : linesOf(item)) {
      Valued valued = revaluation.valued(line.key());
      lines.put(line.key(), line.worth(valued.unitCost(), valued.value()));
      after.computeIfPresent(line.key(), (k, told) -> new After(told.onHand(), average));
      tellBesides(Objects.requireNonNull(lines.get(line.key())), valued);
    }
    standings.computeIfPresent(
        item,
        (i, standing) -> standing.worth(valuation.end(), valuation.basis(), revaluation.latest()));
    if (rule(item).level() == CostingLevel.LOT) {
      refuseMissing(item, valuation.pools());
      lots.put(item, valuation.pools());
    }
    if (rule(item).level() == CostingLevel.WAREHOUSE) {
      valuation
          .pools()
          .forEach(
              (pool, there) ->
                  values.put(new Movement.Place(item, new LocationCode(pool)), there.value()));
    }
  }

  private void refuseMissing(ItemCode item, Map<String, ItemValue> lots) {
    for (Movement line : linesOf(item)) {
      String lot = line.trace().lot().map(LotCode::value).orElse("");
      Quantity there = lots.getOrDefault(lot, ItemValue.none(company.currency())).onHand();
      if (there.isNegative() && line.quantity().isNegative() && !company.negativeStock()) {
        shortages.add(
            "lines.quantity",
            line.quantity().negated(),
            "at most %s of lot %s of item %s: move less, or goods of another lot"
                .formatted(there.minus(line.quantity()), lot, item));
      }
    }
    refuseShortages();
  }

  /** What is there of each lot, where each lot is valued by itself. */
  Map<ItemCode, Map<String, ItemValue>> lots() {
    return Map.copyOf(lots);
  }

  /** What the goods of a place are worth, where each place is valued by itself. */
  Map<Movement.Place, Money> values() {
    return Map.copyOf(values);
  }

  List<Movement> lines() {
    return List.copyOf(lines.values());
  }

  /** What the lines told besides their own value. */
  List<Movement> besides() {
    return besides.values().stream().flatMap(List::stream).toList();
  }

  Map<ItemCode, Standing> standings() {
    return Map.copyOf(standings);
  }

  /** What lies at the places this batch touched. */
  Map<Movement.Place, Quantity> onHand() {
    Map<Movement.Place, Quantity> touched = new HashMap<>();
    lines.values().stream()
        .filter(m -> !m.quantity().isZero())
        .forEach(m -> touched.put(m.place(), onHand.get(m.place())));
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
        told.averageCost(),
        movement.trace().lot(),
        Optional.empty());
  }

  List<GoodsMoved.Line> told(List<Movement> movements) {
    List<GoodsMoved.Line> told = new ArrayList<>();
    movements.forEach(m -> told.add(told(m)));
    return told;
  }
}
