package org.millrace.stock.movement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.item.GoodsRule;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.Balance;
import org.millrace.stock.Brought;
import org.millrace.stock.CostCharge;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotBalance;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.NewCost;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;
import org.millrace.stock.reservation.Claims;
import org.millrace.stock.reservation.Reservations;
import org.millrace.stock.reservation.ReservedClaim;
import org.millrace.stock.reservation.StoredClaims;
import org.millrace.stock.valuation.LineKey;

/** Locks the items, works the batch out in memory, keeps and publishes it. */
final class MoveGoods implements Stock {
  private final MovementsJdbc movements;
  private final LotsJdbc lots;
  private final Companies companies;
  private final LockItems lock;
  private final StoredClaims claims;
  private final Reservations reservations;
  private final PlanGoods plan;
  private final OpenPeriods periods;
  private final Corrections corrected;
  private final Events events;

  /** Where movements and lots are kept. */
  record Stored(MovementsJdbc movements, LotsJdbc lots) {}

  MoveGoods(
      Stored stored,
      Companies companies,
      LockItems lock,
      StoredClaims claims,
      OpenPeriods periods,
      Events events) {
    movements = stored.movements();
    lots = stored.lots();
    this.companies = companies;
    this.lock = lock;
    this.claims = claims;
    reservations = new Reservations(claims, events);
    plan = new PlanGoods(movements, lock, claims, reservations);
    this.periods = periods;
    corrected = new Corrections(movements, periods);
    this.events = events;
  }

  @Override
  public List<GoodsMoved> move(CompanyCode code, List<GoodsMove> moves) {
    if (moves.isEmpty()) {
      return List.of();
    }
    Company company = companies.named(code);
    check(company, moves);
    TreeSet<ItemCode> moved =
        lines(moves).stream()
            .map(GoodsMove.Line::item)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<ItemCode, Standing> standings = lock.locked(company, moved);
    Map<Movement.Place, Quantity> onHand = movements.onHand(code, moved);
    Claims claimed = claimed(code, moves, claimable(onHand));
    List<ReservedClaim> before = claimed.held(claimable(onHand));
    Map<ItemCode, GoodsRule> kept = lock.kept(company, moved);
    Moving.Before there = new Moving.Before(standings, LockItems.costing(kept), onHand);
    Moving moving = new Moving(company, there, claimed);
    ExpiringGoods expiring = expiring(code, kept);
    TrackedGoods tracked = tracked(company, kept, expiring);
    List<String> numbers = movements.numbers(moves.size());
    for (int i = 0; i < moves.size(); i++) {
      LocalDate day = company.dayOf(moves.get(i).occurredAt());
      GoodsMove move = tracked.named(withLots(code, moves.get(i), tracked), day);
      expiring.check(move, day);
      moving.add(numbers.get(i), move, bookedAt(company, move));
    }
    moving.refuseShortages();
    tracked.refuse();
    expiring.refuse();
    lots.learn(code, expiring.learned());
    List<Movement> corrections = corrected.ofLate(company, moving);
    List<GoodsMoved> told = kept(company, numbers, moving, corrections);
    if (!claimed.isEmpty()) {
      onHand.putAll(moving.onHand());
      claims.keep(code, claimed.changed());
      reservations.tell(code, before, claimed.held(claimable(onHand)), latest(moves));
    }
    return told;
  }

  private ExpiringGoods expiring(CompanyCode company, Map<ItemCode, GoodsRule> kept) {
    Set<ItemCode> items =
        kept.entrySet().stream()
            .filter(each -> each.getValue().expires())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new ExpiringGoods(items, items.isEmpty() ? Map.of() : lots.expiries(company, items));
  }

  private TrackedGoods tracked(
      Company company, Map<ItemCode, GoodsRule> kept, ExpiringGoods expiring) {
    Map<ItemCode, Item.Tracking> tracking = new HashMap<>();
    kept.forEach(
        (item, rule) -> {
          if (rule.tracking() != Item.Tracking.NONE) {
            tracking.put(item, rule.tracking());
          }
        });
    Map<TrackedGoods.Place, Quantity> lying =
        tracking.isEmpty() ? Map.of() : lots.lying(company.code(), tracking.keySet());
    return new TrackedGoods(tracking, lying, company.negativeStock(), expiring);
  }

  /** Goods that come or go back are of the lot that they were, where nobody says another one. */
  private GoodsMove withLots(CompanyCode company, GoodsMove move, TrackedGoods tracked) {
    List<GoodsMove.Line> lines = new ArrayList<>();
    for (GoodsMove.Line line : move.lines()) {
      if (line.lot().isPresent() || line.backOf().isEmpty()) {
        lines.add(line);
        continue;
      }
      DocumentRef of = line.backOf().get();
      List<LotCode> were = lots.moved(company, of, line.item());
      if (were.size() > 1) {
        tracked.ask(line, of, were);
      }
      lines.add(line.of(were.stream().findFirst()));
    }
    return move.with(lines);
  }

  /**
   * Goods that were received in a month that is closed come into the books after it; others do
   * where somebody says when.
   */
  private Instant bookedAt(Company company, GoodsMove move) {
    boolean mayBeLate = move.reason() == MoveReason.RECEIPT || move.postingDate().isPresent();
    return mayBeLate
        ? periods.bookedAt(
            company.code(), move.occurredAt(), move.postingDate().map(company::startOf))
        : move.occurredAt();
  }

  @Override
  public void charge(CompanyCode code, List<CostCharge> charges) {
    if (charges.isEmpty()) {
      return;
    }
    Company company = companies.named(code);
    Set<ItemCode> items =
        charges.stream().map(CostCharge::item).collect(Collectors.toCollection(TreeSet::new));
    Map<ItemCode, Standing> standings = lock.locked(company, items);
    Map<Movement.Place, Quantity> onHand = movements.onHand(code, items);
    Moving.Before there = new Moving.Before(standings, lock.rules(company, items), onHand);
    Moving moving = new Moving(company, there, new Claims(List.of()));
    kept(company, List.of(), moving, corrected.of(company, moving, charges));
  }

  @Override
  public Money revalue(CompanyCode code, NewCost cost) {
    Company company = companies.named(code);
    Set<ItemCode> items = Set.of(cost.item());
    Map<ItemCode, Standing> standings = lock.locked(company, items);
    Moving.Before there = new Moving.Before(standings, lock.rules(company, items), Map.of());
    Moving moving = new Moving(company, there, new Claims(List.of()));
    List<String> numbers = movements.numbers(1);
    moving.revalue(new LineKey(numbers.get(0), 1), cost);
    return kept(company, numbers, moving, corrected.ofLate(company, moving)).get(0).value();
  }

  @Override
  public List<Brought> brought(CompanyCode company, Collection<String> numbers) {
    return movements.brought(company, companies.named(company).currency(), numbers);
  }

  @Override
  public void plan(CompanyCode company, List<PlannedGoods> planned) {
    plan.plan(companies.named(company), planned);
  }

  @Override
  public Map<ItemCode, Quantity> free(
      CompanyCode company, Collection<ItemCode> asked, DocumentRef who) {
    return plan.free(companies.named(company), asked, who);
  }

  /**
   * The claims that get something before, while or after these goods move, and those that they
   * fulfil: no more can be free for others than lies there, comes in or was waited for.
   */
  private Claims claimed(
      CompanyCode company, List<GoodsMove> moves, Map<Claims.Place, Quantity> onHand) {
    Map<Claims.Place, Quantity> most = new HashMap<>();
    onHand.forEach((place, there) -> most.put(place, there.max(Quantity.ZERO)));
    Map<ItemCode, Quantity> more = new HashMap<>();
    for (GoodsMove move : moves) {
      for (GoodsMove.Line line : move.lines()) {
        Quantity quantity = line.quantity();
        most.putIfAbsent(new Claims.Place(line.item(), line.location()), Quantity.ZERO);
        if (!quantity.isNegative() || move.fulfils().isPresent()) {
          more.merge(line.item(), quantity.max(quantity.negated()), Quantity::plus);
        }
      }
    }
    most.replaceAll((place, there) -> there.plus(more.getOrDefault(place.item(), Quantity.ZERO)));
    List<DocumentRef> fulfilled =
        moves.stream().flatMap(move -> move.fulfils().stream()).distinct().toList();
    return claims.servedAnd(company, most, fulfilled, List.of());
  }

  private static Map<Claims.Place, Quantity> claimable(Map<Movement.Place, Quantity> onHand) {
    return onHand.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().claimed(), Map.Entry::getValue));
  }

  private static Instant latest(List<GoodsMove> moves) {
    return moves.stream().map(GoodsMove::occurredAt).max(Instant::compareTo).orElseThrow();
  }

  @Override
  public List<Balance> balances(CompanyCode company, Collection<ItemCode> asked) {
    return movements.balances(company, companies.named(company).currency(), asked);
  }

  @Override
  public Map<ItemCode, Quantity> movedAfter(
      CompanyCode company, LocationCode location, Collection<ItemCode> asked, Instant moment) {
    return movements.movedAfter(company, location, asked, moment);
  }

  @Override
  public List<LotBalance> lots(
      CompanyCode company, LocationCode location, Collection<ItemCode> asked, Instant moment) {
    return lots.at(company, location, asked, moment);
  }

  @Override
  public Optional<LotCode> lot(CompanyCode company, DocumentRef document, ItemCode item) {
    return lots.moved(company, document, item).stream().findFirst();
  }

  @Override
  public List<Balance> lying(CompanyCode company, LocationCode location) {
    return movements.lying(company, companies.named(company).currency(), location);
  }

  private void check(Company company, List<GoodsMove> moves) {
    Set<LocationCode> named =
        lines(moves).stream().map(GoodsMove.Line::location).collect(Collectors.toSet());
    Map<LocationCode, Optional<String>> known = movements.locations(company.code(), named);
    Problems problems = new Problems();
    named.forEach(
        place ->
            problems.require(
                known.containsKey(place), "lines.location", place, "a location of the company"));
    for (GoodsMove.Line line : lines(moves)) {
      problems.require(
          line.unitCost().map(cost -> cost.currency().equals(company.currency())).orElse(true),
          "lines.unitCost",
          line.unitCost().map(Object::toString).orElse(""),
          "an amount in " + company.currency());
    }
    problems.refuse("The goods cannot be moved");
    moves.forEach(move -> refuseHeld(move, known));
  }

  /** Goods in quarantine are carried, counted, written off and sent back, not sold or used up. */
  private static void refuseHeld(GoodsMove move, Map<LocationCode, Optional<String>> locations) {
    if (move.reason() != MoveReason.ISSUE && move.reason() != MoveReason.CONSUMPTION) {
      return;
    }
    for (GoodsMove.Line line : move.lines()) {
      Optional<String> why = locations.getOrDefault(line.location(), Optional.empty());
      if (line.quantity().isNegative() && why.isPresent()) {
        throw Refused.conflict(
            ("Goods at %s are in quarantine: %s. Carry them to another location first, or write"
                    + " them off.")
                .formatted(line.location(), why.get()));
      }
    }
  }

  private List<GoodsMoved> kept(
      Company company, List<String> numbers, Moving moving, List<Movement> corrections) {
    Map<String, List<Movement>> byNumber =
        moving.lines().stream().collect(Collectors.groupingBy(m -> m.key().number()));
    List<GoodsMoved> told = new ArrayList<>();
    Map<ExpiringGoods.Lot, LocalDate> days = days(company.code(), moving, corrections);
    numbers.forEach(
        number ->
            told.add(event(company, Objects.requireNonNull(byNumber.get(number)), moving, days)));
    List<Movement> extra = new ArrayList<>(moving.besides());
    extra.addAll(corrections);
    List<Movement> all = new ArrayList<>(moving.lines());
    all.addAll(extra);
    movements.add(company.code(), all);
    movements.keep(company.code(), moving.standings());
    movements.keep(company.code(), moving.onHand(), moving.values());
    lots.keep(company.code(), moving.lots());
    List<GoodsMoved> published = new ArrayList<>(told);
    extra.stream()
        .collect(
            Collectors.groupingBy(
                m -> m.key().number(), java.util.TreeMap::new, Collectors.toList()))
        .values()
        .forEach(lines -> published.add(event(company, lines, moving, days)));
    events.publish(published);
    return told;
  }

  /** Until when the lots that move or are valued again are good. */
  private Map<ExpiringGoods.Lot, LocalDate> days(
      CompanyCode company, Moving moving, List<Movement> corrections) {
    Set<ItemCode> items =
        Stream.of(moving.lines(), moving.besides(), corrections)
            .flatMap(List::stream)
            .filter(movement -> movement.trace().lot().isPresent())
            .map(movement -> movement.place().item())
            .collect(Collectors.toSet());
    return items.isEmpty() ? Map.of() : lots.expiries(company, items);
  }

  private static GoodsMoved.Line good(
      GoodsMoved.Line line, Map<ExpiringGoods.Lot, LocalDate> days) {
    return line.expiring(line.lot().map(lot -> days.get(new ExpiringGoods.Lot(line.item(), lot))));
  }

  private static GoodsMoved event(
      Company company,
      List<Movement> lines,
      Moving moving,
      Map<ExpiringGoods.Lot, LocalDate> days) {
    Movement first = lines.get(0);
    String number = first.key().number();
    Movement.Cause cause = first.cause();
    EventHead head =
        EventHead.of(
            company.code(),
            EventHead.aggregateId("goods-move", company.code(), number),
            1,
            cause.occurredAt());
    MoveReason reason = cause.reason();
    return new GoodsMoved(
        head,
        number,
        reason,
        cause.document(),
        company.currency(),
        moving.told(lines).stream().map(line -> good(line, days)).toList(),
        Optional.of(company.dayOf(cause.occurredAt())),
        moving.bookedWith(number));
  }

  private static List<GoodsMove.Line> lines(List<GoodsMove> moves) {
    return moves.stream().flatMap(move -> move.lines().stream()).toList();
  }
}
